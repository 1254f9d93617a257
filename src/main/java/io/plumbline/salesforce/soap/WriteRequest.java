package io.plumbline.salesforce.soap;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.StorableText;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.call.WriteBatch;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * An update or upsert, written by ourselves: a connection of WSC and its objects cost more than all the rest of a call, and WSC
 * would shift dates by the JVM's time zone and round numbers to doubles (traps H1, H6). A field that is cleared is named
 * apart (trap E6). Holds the session, so nobody keeps it.
 */
final class WriteRequest {

    private static final int USUAL_RECORD = 700;

    private final StringBuilder text;

    private WriteRequest(int records) {
        this.text = new StringBuilder(1000 + records * USUAL_RECORD);
    }

    /** @throws IllegalArgumentException when a write names a field of another record */
    static byte[] of(WriteBatch batch, String session, String client) {
        WriteRequest request = new WriteRequest(batch.writes().size());
        request.head(session, client, batch.mailsOwners());
        String operation = batch.keyField().isPresent() ? "upsert" : "update";
        request.raw("<env:Body><m:").raw(operation).raw(">");
        batch.keyField()
                .ifPresent(key ->
                        request.raw("<m:externalIDFieldName>").raw(key.value()).raw("</m:externalIDFieldName>"));
        batch.writes().forEach(request::record);
        request.raw("</m:").raw(operation).raw("></env:Body></env:Envelope>");
        return request.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(String session, String client, boolean mailsOwners) {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:m=\"urn:partner.soap.sforce.com\""
                + " xmlns:sobj=\"urn:sobject.partner.soap.sforce.com\">"
                + "<env:Header><m:SessionHeader><m:sessionId>");
        escaped(session);
        raw("</m:sessionId></m:SessionHeader><m:CallOptions><m:client>").raw(client);
        raw("</m:client></m:CallOptions><m:EmailHeader><m:triggerAutoResponseEmail>false</m:triggerAutoResponseEmail>"
                + "<m:triggerOtherEmail>false</m:triggerOtherEmail><m:triggerUserEmail>");
        raw(Boolean.toString(mailsOwners));
        raw("</m:triggerUserEmail></m:EmailHeader></env:Header>");
    }

    private void record(RecordWrite write) {
        raw("<m:sObjects>");
        element("type", "string", write.object().value());
        for (Map.Entry<FieldName, FieldValue> field : write.fields().entrySet()) {
            if (clears(field.getValue())) {
                element("fieldsToNull", "string", name(field.getKey()));
            }
        }
        if (write instanceof RecordWrite.Update update) {
            element("Id", "string", update.id().value());
        }
        for (Map.Entry<FieldName, FieldValue> field : write.fields().entrySet()) {
            if (!clears(field.getValue())) {
                value(name(field.getKey()), field.getValue());
            }
        }
        if (write instanceof RecordWrite.Upsert upsert) {
            element(name(upsert.keyField()), "string", upsert.key());
        }
        raw("</m:sObjects>");
    }

    private static boolean clears(FieldValue value) {
        return value.isEmpty()
                || value instanceof FieldValue.Text words
                        && StorableText.of(words.text()).isBlank();
    }

    private void value(String name, FieldValue value) {
        switch (value) {
            case FieldValue.Empty nothing -> {}
            case FieldValue.Text words -> element(name, "string", StorableText.of(words.text()));
            case FieldValue.Decimal number ->
                element(name, "double", number.number().toPlainString());
            case FieldValue.Flag flag -> element(name, "boolean", Boolean.toString(flag.set()));
            case FieldValue.Day day -> element(name, "date", day.date().toString());
            case FieldValue.Moment moment ->
                element(
                        name,
                        "dateTime",
                        DateTimeFormatter.ISO_INSTANT.format(moment.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private void element(String name, String type, String value) {
        raw("<sobj:").raw(name).raw(" xsi:type=\"xsd:").raw(type).raw("\">");
        escaped(value);
        raw("</sobj:").raw(name).raw(">");
    }

    private static String name(FieldName field) {
        if (field.isPath()) {
            throw new IllegalArgumentException("Only fields of the record itself can be written, not " + field);
        }
        return field.value();
    }

    private WriteRequest raw(String xml) {
        text.append(xml);
        return this;
    }

    private void escaped(String value) {
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            String escape = escape(value.charAt(i));
            if (!escape.isEmpty()) {
                text.append(value, plain, i).append(escape);
                plain = i + 1;
            }
        }
        text.append(value, plain, value.length());
    }

    private static String escape(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            default -> "";
        };
    }
}
