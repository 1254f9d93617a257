package io.plumbline.bench.peers;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts to be updated: the Id and six fields, about 150 bytes. */
final class Writes {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final FieldName HEALTH = FieldName.of("Plumbline_Health__c");
    private static final FieldName BAND = FieldName.of("Plumbline_Band__c");
    private static final FieldName CURRENCY = FieldName.of("Plumbline_Plan_Currency__c");
    private static final FieldName CONFIDENCE = FieldName.of("Plumbline_Confidence__c");
    private static final FieldName REASONS = FieldName.of("Plumbline_Reasons__c");
    private static final FieldName NEXT = FieldName.of("Plumbline_Next_Step__c");

    private Writes() {}

    static List<RecordWrite> of(int rows) {
        List<RecordWrite> writes = new ArrayList<>(rows);
        for (int number = 0; number < rows; number++) {
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
            fields.put(HEALTH, FieldValue.number(number % 101));
            fields.put(BAND, FieldValue.text(number % 3 == 0 ? "Red" : "Green"));
            fields.put(CURRENCY, FieldValue.text("Due soon"));
            fields.put(CONFIDENCE, FieldValue.number(number % 97));
            fields.put(
                    REASONS, FieldValue.text("Nobody has met the economic buyer since day " + number + ", and more"));
            fields.put(NEXT, FieldValue.text("Meet \"the buyer\" & review the plan"));
            writes.add(new RecordWrite.Update(ACCOUNT, RecordId.of(Opportunities.id("001", number)), fields));
        }
        return writes;
    }

    /** The same as a file that is ready to be sent. */
    static void into(Path csv, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            StringBuilder text = new StringBuilder();
            Pages.line(
                    text,
                    List.of(
                            "Id",
                            HEALTH.value(),
                            BAND.value(),
                            CURRENCY.value(),
                            CONFIDENCE.value(),
                            REASONS.value(),
                            NEXT.value()));
            for (RecordWrite write : of(rows)) {
                List<String> cells = new ArrayList<>();
                cells.add(((RecordWrite.Update) write).id().value());
                write.fields().values().forEach(value -> cells.add(value.toString()));
                Pages.line(text, cells);
                out.append(text);
                text.setLength(0);
            }
        }
    }
}
