package io.plumbline.salesforce.bulk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.StubOrg;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server whose jobs say and give exactly what a test wants, which no honest org would. */
final class StubBulk implements AutoCloseable {

    static final String JOB = "750R0000000zxr8IAA";
    static final String A = "001000000000001AAA";
    static final String B = "001000000000002AAA";
    static final String C = "001000000000003AAA";

    private static final String QUERY = "/services/data/v65.0/jobs/query";
    private static final String INGEST = "/services/data/v65.0/jobs/ingest";

    final StubOrg org = new StubOrg();

    /** A query job that is complete at the first look. */
    StubBulk counted(long rows) {
        return status(
                "{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\", \"numberRecordsProcessed\": " + rows + "}");
    }

    StubBulk status(String json) {
        org.server()
                .stubFor(post(urlEqualTo(QUERY))
                        .willReturn(StubOrg.json(200, "{\"id\": \"" + JOB + "\", \"state\": \"UploadComplete\"}")));
        org.server()
                .stubFor(any(urlEqualTo(QUERY + "/" + JOB))
                        .willReturn(aResponse().withStatus(204)));
        org.server().stubFor(get(urlEqualTo(QUERY + "/" + JOB)).willReturn(StubOrg.json(200, json)));
        return this;
    }

    /** @param locator where the page is; empty for the first one */
    StubBulk page(String locator, ResponseDefinitionBuilder answer) {
        String query = locator.isEmpty() ? "" : "?locator=" + locator;
        org.server()
                .stubFor(get(urlEqualTo(QUERY + "/" + JOB + "/results" + query)).willReturn(answer));
        return this;
    }

    /** @param next of {@code Sforce-Locator}; null for no such header */
    static ResponseDefinitionBuilder csv(String text, Object rows, String next) {
        ResponseDefinitionBuilder answer = aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/csv")
                .withHeader("Sforce-NumberOfRecords", String.valueOf(rows))
                .withBody(text);
        return next == null ? answer : answer.withHeader("Sforce-Locator", next);
    }

    /** An ingest job that ends so and leaves these three files. */
    StubBulk ingest(String end, String saved, String refused, String unprocessed) {
        org.server()
                .stubFor(post(urlEqualTo(INGEST))
                        .willReturn(StubOrg.json(200, "{\"id\": \"" + JOB + "\", \"state\": \"Open\"}")));
        String job = INGEST + "/" + JOB;
        org.server()
                .stubFor(
                        put(urlEqualTo(job + "/batches")).willReturn(aResponse().withStatus(201)));
        org.server()
                .stubFor(patch(urlEqualTo(job))
                        .willReturn(StubOrg.json(200, "{\"id\": \"" + JOB + "\", \"state\": \"UploadComplete\"}")));
        org.server().stubFor(get(urlEqualTo(job)).willReturn(StubOrg.json(200, end)));
        file(job + "/successfulResults", saved);
        file(job + "/failedResults", refused);
        file(job + "/unprocessedrecords", unprocessed);
        return this;
    }

    private void file(String path, String text) {
        org.server()
                .stubFor(get(urlMatching(path + "/?"))
                        .willReturn(aResponse().withStatus(200).withBody(text)));
    }

    BulkTransport transport(BulkSettings settings) {
        return Transports.on(org.signIn(), settings);
    }

    /** An account as these tests see it. */
    static ObjectDescription account(ObjectName name) {
        return ObjectDescription.of(
                name,
                true,
                true,
                List.of(
                        field("Name", Type.TEXT),
                        field("Amount__c", Type.NUMBER),
                        field("Day__c", Type.DATE),
                        field("Moment__c", Type.DATE_TIME),
                        field("Flag__c", Type.BOOLEAN)));
    }

    private static FieldDescription field(String name, Type type) {
        return new FieldDescription(
                name, type, 255, 18, 2, true, true, true, true, false, false, List.of(), Optional.empty());
    }

    static Set<String> ids(Gathered gathered) {
        return gathered.records.keySet();
    }

    @Override
    public void close() {
        org.close();
    }
}
