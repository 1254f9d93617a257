package io.plumbline.salesforce.soap.page;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldLayout;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.ColumnReader;
import io.plumbline.salesforce.call.FieldTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Reads one record after the other, expecting of each the elements of the one before in the same order. */
final class RecordScanner {

    private static final Tag BEGIN = Tag.of("<records xsi:type=\"sf:sObject\">");
    private static final Tag END = Tag.of("</records>");

    /** Names in Salesforce have 60 characters at most. */
    private static final int LONGEST_NAME = 200;

    /** The element that tells the record's object, which is no field. */
    private static final String OBJECT = "type";

    private final SoqlQuery query;
    private final FieldLayout layout;
    private final ColumnReader[] readers;
    private final Map<String, Integer> slots = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final int idSlot;
    private Element[] order = new Element[0];
    private final XmlEscapes escapes = new XmlEscapes();
    /** Where the Id of this record was last, as it was written. */
    private int idFrom;

    private int idTo;
    private int end;

    RecordScanner(SoqlQuery query, FieldTypes types) {
        this.query = query;
        this.layout = new FieldLayout(query.fields());
        this.readers = new ColumnReader[query.fields().size()];
        for (FieldName field : query.fields()) {
            readers[slots.size()] = new ColumnReader(types.of(query.object(), field));
            slots.put(field.value(), slots.size());
        }
        this.idSlot = slots.getOrDefault("Id", -1);
    }

    /** Whether each field has an element of its own: not where it belongs to a parent, or where two differ in case only. */
    boolean knowsAllFields() {
        return slots.size() == readers.length && query.fields().stream().noneMatch(FieldName::isPath);
    }

    /** Behind the record that was read last. */
    int end() {
        return end;
    }

    /**
     * @param page has a whole record at this place or behind it
     * @throws IllegalArgumentException when a value cannot be read
     */
    CrmRecord read(byte[] page, int from) throws NotFlatException {
        if (!BEGIN.isAt(page, from)) {
            throw new NotFlatException();
        }
        FieldValue[] values = new FieldValue[readers.length];
        idTo = idFrom;
        int place = from + BEGIN.length();
        int number = 0;
        while (true) {
            Element element = number < order.length ? order[number] : null;
            if (element != null && element.open().isAt(page, place)) {
                place = field(page, place + element.open().length(), element, values);
                number++;
            } else if (element != null && element.empty().isAt(page, place)) {
                put(values, element.slot(), FieldValue.EMPTY);
                place += element.empty().length();
                number++;
            } else if (END.isAt(page, place)) {
                end = place + END.length();
                return record(values);
            } else {
                learn(page, place, number);
            }
        }
    }

    /** Behind the element whose text begins here. */
    private int field(byte[] page, int from, Element element, FieldValue[] values) throws NotFlatException {
        int found = Words.endOfText(page, from);
        int to = found < 0 ? ~found : found;
        if (!element.close().isAt(page, to)) {
            throw new NotFlatException();
        }
        if (element.slot() >= 0 && !(element.slot() == idSlot && isIdAgain(page, from, to))) {
            put(values, element.slot(), value(page, from, to, found < 0, readers[element.slot()]));
        }
        return to + element.close().length();
    }

    /** Salesforce tells the Id of each record, and once more where it was asked for. */
    private boolean isIdAgain(byte[] page, int from, int to) {
        boolean again = idTo > idFrom && Arrays.equals(page, from, to, page, idFrom, idTo);
        idFrom = from;
        idTo = to;
        return again;
    }

    private FieldValue value(byte[] page, int from, int to, boolean escaped, ColumnReader reader)
            throws NotFlatException {
        if (!escaped) {
            return reader.read(page, from, to - from);
        }
        escapes.resolve(page, from, to);
        return reader.read(escapes.plain(), 0, escapes.length());
    }

    /** A field that is there twice, as Id is when it was asked for, must say the same both times. */
    private static void put(FieldValue[] values, int slot, FieldValue value) throws NotFlatException {
        if (slot < 0) {
            return;
        }
        FieldValue before = values[slot];
        if (before != null && !before.equals(value)) {
            throw new NotFlatException();
        }
        values[slot] = value;
    }

    private CrmRecord record(FieldValue[] values) throws NotFlatException {
        for (FieldValue value : values) {
            if (value == null) {
                throw new NotFlatException();
            }
        }
        return new CrmRecord(query.object(), RecordId.of(values[idSlot].toString()), layout.with(values));
    }

    /** Puts the element that is here into the order, at the place of this number. */
    private void learn(byte[] page, int place, int number) throws NotFlatException {
        String name = name(page, place);
        String local = name.substring(name.indexOf(':') + 1);
        Element element = Element.of(name, local.equals(OBJECT) ? -1 : slots.getOrDefault(local, -1));
        if (!element.open().isAt(page, place) && !element.empty().isAt(page, place)) {
            throw new NotFlatException();
        }
        if (number == order.length) {
            order = Arrays.copyOf(order, number + 1);
        }
        order[number] = element;
    }

    private static String name(byte[] page, int place) throws NotFlatException {
        int end = place + 1;
        while (page[end] > ' ' && page[end] != '>' && page[end] != '/' || page[end] < 0) {
            end++;
        }
        if (page[place] != '<' || end == place + 1 || end - place > LONGEST_NAME) {
            throw new NotFlatException();
        }
        return new String(page, place + 1, end - place - 1, StandardCharsets.UTF_8);
    }
}
