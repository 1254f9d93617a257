package io.plumbline.salesforce.soap;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldLayout;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.ColumnReader;
import io.plumbline.salesforce.call.FieldTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records out of a page of a query's answer before WSC reads it, where each of them is no more than fields with
 * texts, as Salesforce writes them. WSC makes some 60 objects of each such record, and that is most of what a page costs.
 *
 * <p>Whatever looks different in any way (records within records, CDATA, comments, types told in the answer, a field that
 * is missing, a value that cannot be read) leaves the whole page to WSC and to {@link RecordReader}. So this decides
 * nothing by itself: it gives the same, or it gives nothing. Good for one query; not to be shared by threads.
 */
final class FlatRecords implements UnaryOperator<byte[]> {

    private static final byte[] BEGIN = ascii("<records ");
    private static final byte[] TYPED = ascii("xsi:type=\"sf:sObject\">");
    private static final byte[] END = ascii("</records>");
    private static final byte[] NIL = ascii(" xsi:nil=\"true\"/>");
    private static final byte[] UTF_8 = ascii("encoding=\"UTF-8\"");
    private static final byte[] DECLARED = ascii("encoding=");
    private static final int DECLARATION = 100;

    /** The element that tells the record's object, which is no field. */
    private static final String OBJECT = "type";

    private final SoqlQuery query;
    private final FieldLayout layout;
    private final @Nullable ColumnReader[] readers;
    private final Map<String, Integer> slots = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** The elements in the order of the record before, which is mostly that of the next one, too. */
    private final List<Element> order = new ArrayList<>();

    private @Nullable List<CrmRecord> found;

    /** @param slot of the field it is; negative for what nobody asked for */
    private record Element(byte[] open, byte[] close, int slot, boolean id) {}

    FlatRecords(SoqlQuery query, FieldTypes types) {
        this.query = query;
        this.layout = new FieldLayout(query.fields());
        this.readers = new ColumnReader[query.fields().size()];
        for (FieldName field : query.fields()) {
            readers[slots.size()] = new ColumnReader(types.of(query.object(), field));
            slots.put(field.value(), slots.size());
        }
    }

    /** The records of the page that was given last; empty when WSC has them. */
    Optional<List<CrmRecord>> found() {
        return Optional.ofNullable(found);
    }

    /** @return the page without the records that are found now, or the page as it is when none are */
    @Override
    public byte[] apply(byte[] page) {
        found = null;
        int begin = indexOf(page, BEGIN, 0, page.length);
        boolean paths = slots.size() < readers.length || query.fields().stream().anyMatch(FieldName::isPath);
        if (begin < 0 || paths || !isUtf8(page)) {
            return page;
        }
        try {
            return scanned(new Cursor(page, begin));
        } catch (NotFlatException | IllegalArgumentException leftToWsc) {
            return page;
        }
    }

    private byte[] scanned(Cursor at) throws NotFlatException {
        List<CrmRecord> records = new ArrayList<>();
        int begin = at.place;
        while (at.skip(BEGIN)) {
            if (!at.skip(TYPED)) {
                throw new NotFlatException();
            }
            records.add(record(at));
        }
        if (indexOf(at.page, BEGIN, at.place, at.page.length) >= 0) {
            throw new NotFlatException();
        }
        byte[] rest = new byte[begin + at.page.length - at.place];
        System.arraycopy(at.page, 0, rest, 0, begin);
        System.arraycopy(at.page, at.place, rest, begin, at.page.length - at.place);
        found = records;
        return rest;
    }

    private CrmRecord record(Cursor at) throws NotFlatException {
        FieldValue[] values = new FieldValue[readers.length];
        RecordId id = null;
        for (int number = 0; !at.skip(END); number++) {
            Element element = element(at, number);
            if (at.skip(NIL)) {
                put(values, element, FieldValue.EMPTY);
                continue;
            }
            int end = at.text(element.close());
            FieldValue value = value(at, element, end);
            at.place = end + element.close().length;
            if (value != null) {
                put(values, element, value);
                if (element.id() && id == null) {
                    id = RecordId.of(value.toString());
                }
            }
        }
        if (id == null || Arrays.asList(values).contains(null)) {
            throw new NotFlatException();
        }
        return new CrmRecord(query.object(), id, layout.with(values));
    }

    /** A field that is there twice, as Id is when it was asked for, must say the same both times. */
    private static void put(FieldValue[] values, Element element, FieldValue value) throws NotFlatException {
        if (element.slot() < 0) {
            return;
        }
        FieldValue before = values[element.slot()];
        if (before != null && !before.equals(value)) {
            throw new NotFlatException();
        }
        values[element.slot()] = value;
    }

    private @Nullable FieldValue value(Cursor at, Element element, int end) throws NotFlatException {
        ColumnReader reader = element.slot() < 0 ? null : readers[element.slot()];
        if (reader == null) {
            return null;
        }
        if (!at.escaped) {
            return reader.read(at.page, at.place, end - at.place);
        }
        byte[] plain = XmlEscapes.without(at.page, at.place, end).orElseThrow(NotFlatException::new);
        return reader.read(plain, 0, plain.length);
    }

    private Element element(Cursor at, int number) throws NotFlatException {
        if (number < order.size()) {
            Element expected = order.get(number);
            if (at.skip(expected.open())) {
                return expected;
            }
        }
        Element other = named(at.name());
        at.skip(other.open());
        if (number < order.size()) {
            order.set(number, other);
        } else if (number == order.size()) {
            order.add(other);
        }
        return other;
    }

    private Element named(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        int slot = local.equals(OBJECT) ? -1 : slots.getOrDefault(local, -1);
        return new Element(ascii("<" + name), ascii("</" + name + ">"), slot, slot == slots.getOrDefault("Id", -2));
    }

    private static boolean isUtf8(byte[] page) {
        int most = Math.min(page.length, DECLARATION);
        return indexOf(page, DECLARED, 0, most) < 0 || indexOf(page, UTF_8, 0, most) >= 0;
    }

    private static int indexOf(byte[] in, byte[] what, int from, int to) {
        for (int i = from; i <= to - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What is not one of the records that Salesforce writes for a flat query. */
    private static final class NotFlatException extends Exception {

        private static final long serialVersionUID = 1L;

        NotFlatException() {
            super(null, null, false, false);
        }
    }

    /** How far a page was read. */
    private static final class Cursor {

        private final byte[] page;
        private int place;
        /** Whether the text that was found last has anything to be replaced. */
        private boolean escaped;

        Cursor(byte[] page, int place) {
            this.page = page;
            this.place = place;
        }

        /** Goes on behind these bytes if they are next; an element's name must end there, too. */
        boolean skip(byte[] expected) {
            int end = place + expected.length;
            if (end > page.length || !Arrays.equals(page, place, end, expected, 0, expected.length)) {
                return false;
            }
            byte last = expected[expected.length - 1];
            if (last != '>' && last != ' ' && (end == page.length || page[end] != '>' && page[end] != ' ')) {
                return false;
            }
            place = end;
            return true;
        }

        /** The name of the element that begins here. */
        String name() throws NotFlatException {
            int end = place + 1;
            while (end < page.length && page[end] > ' ' && page[end] != '>' && page[end] != '/') {
                end++;
            }
            if (place >= page.length || page[place] != '<' || end == place + 1 || end >= page.length) {
                throw new NotFlatException();
            }
            if (page[end] != '>' && page[end] != ' ') {
                throw new NotFlatException();
            }
            return new String(page, place + 1, end - place - 1, StandardCharsets.UTF_8);
        }

        /** Goes behind the {@code >} of an element without attributes; where its text ends. */
        int text(byte[] close) throws NotFlatException {
            if (place >= page.length || page[place] != '>') {
                throw new NotFlatException();
            }
            place++;
            int end = place;
            escaped = false;
            while (end < page.length && page[end] != '<') {
                escaped |= page[end] == '&' || page[end] == '\r';
                end++;
            }
            if (!Arrays.equals(page, end, Math.min(page.length, end + close.length), close, 0, close.length)) {
                throw new NotFlatException();
            }
            return end;
        }
    }
}
