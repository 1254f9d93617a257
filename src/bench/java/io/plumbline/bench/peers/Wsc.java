package io.plumbline.bench.peers;

import com.sforce.async.AsyncApiException;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.CSVReader;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.plumbline.bench.peers.Contestant.Arena;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.RecordWrite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The client that Salesforce itself offers for Java, used as its own examples use it. */
final class Wsc {

    private static final int MOST_IN_ONE_CALL = 200;

    private Wsc() {}

    static long bulk(Arena arena) throws AsyncApiException, IOException {
        ConnectorConfig config = new ConnectorConfig();
        config.setSessionId("t");
        config.setRestEndpoint(arena.server().resolve("/services/async/65.0").toString());
        config.setCompression(true);
        BulkConnection bulk = new BulkConnection(config);
        JobInfo wanted = new JobInfo();
        wanted.setObject("Opportunity");
        wanted.setOperation(OperationEnum.query);
        wanted.setContentType(ContentType.CSV);
        JobInfo job = bulk.createJob(wanted);
        BatchInfo batch = bulk.createBatchFromStream(
                job, new ByteArrayInputStream(Opportunities.QUERY.getBytes(StandardCharsets.UTF_8)));
        while (batch.getState() != BatchStateEnum.Completed) {
            batch = bulk.getBatchInfo(job.getId(), batch.getId());
        }
        long rows = 0;
        for (String result : bulk.getQueryResultList(job.getId(), batch.getId()).getResult()) {
            CSVReader csv = new CSVReader(
                    bulk.getQueryResultStream(job.getId(), batch.getId(), result), StandardCharsets.UTF_8.name());
            csv.setMaxRowsInFile(Integer.MAX_VALUE);
            csv.setMaxCharsInFile(Integer.MAX_VALUE);
            csv.nextRecord();
            while (csv.nextRecord() != null) {
                rows++;
            }
        }
        bulk.closeJob(job.getId());
        return rows;
    }

    static long soap(Arena arena) throws ConnectionException {
        PartnerConnection connection = connection(arena);
        connection.setQueryOptions(Pages.ROWS_OF_SOAP);
        QueryResult page = connection.query(Opportunities.QUERY);
        long rows = 0;
        long held = 0;
        while (true) {
            for (SObject row : page.getRecords()) {
                for (String column : Opportunities.COLUMNS) {
                    held += row.getField(column) == null ? 0 : 1;
                }
                rows++;
            }
            if (page.isDone()) {
                return held > 0 ? rows : 0;
            }
            page = connection.queryMore(page.getQueryLocator());
        }
    }

    static long written(Arena arena) throws ConnectionException {
        PartnerConnection connection = connection(arena);
        List<RecordWrite> writes = Writes.of(arena.rows());
        long saved = 0;
        for (int from = 0; from < writes.size(); from += MOST_IN_ONE_CALL) {
            List<SObject> batch = new ArrayList<>();
            for (RecordWrite write : writes.subList(from, Math.min(writes.size(), from + MOST_IN_ONE_CALL))) {
                batch.add(account(((RecordWrite.Update) write)));
            }
            for (SaveResult result : connection.update(batch.toArray(SObject[]::new))) {
                saved += result.isSuccess() ? 1 : 0;
            }
        }
        return saved;
    }

    private static SObject account(RecordWrite.Update write) {
        SObject account = new SObject("Account");
        account.setId(write.id().value());
        for (Map.Entry<FieldName, FieldValue> field : write.fields().entrySet()) {
            account.setField(field.getKey().value(), field.getValue().toString());
        }
        return account;
    }

    private static PartnerConnection connection(Arena arena) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId("t");
        config.setCompression(true);
        config.setServiceEndpoint(
                arena.server().resolve("/services/Soap/u/65.0").toString());
        return new PartnerConnection(config);
    }
}
