package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the cells of one column by its type, from the bytes as they came. Gives what {@link TypedText} gives, for the
 * common shapes without making a text first; and as long as values repeat, as those of picklists and owners do, a value
 * that came before is the same object again. Not to be shared by threads.
 */
public final class ColumnReader {

    /**
     * The cells of one type that are not empty. A class for each, so that the JVM compiles each once, and not all of them
     * wherever one is read.
     */
    abstract static class Cells {
        abstract FieldValue read(byte[] buffer, int from, int length);
    }

    private final Cells cells;

    public ColumnReader(Type type) {
        this.cells = switch (type) {
            case TEXT, REFERENCE, COMPOUND, BOOLEAN -> new RepeatedCells(new TextCells(type));
            case NUMBER -> new RepeatedCells(new NumberCells());
            case DATE -> new DayCells();
            case DATE_TIME -> new MomentCells();
        };
    }

    /**
     * @param buffer UTF-8
     * @throws IllegalArgumentException when the cell is no value of this type, or not UTF-8 (trap E8)
     */
    public FieldValue read(byte[] buffer, int from, int length) {
        return length == 0 ? FieldValue.EMPTY : cells.read(buffer, from, length);
    }

    /** @throws NotUtf8Exception when it is not UTF-8 */
    public static String text(byte[] buffer, int from, int length) {
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
            } catch (CharacterCodingException e) {
                throw new NotUtf8Exception(e);
            }
        }
        return text;
    }

    /** Those that are read as texts. */
    private static final class TextCells extends Cells {

        private final Type type;

        TextCells(Type type) {
            this.type = type;
        }

        @Override
        FieldValue read(byte[] buffer, int from, int length) {
            return TypedText.read(text(buffer, from, length), type);
        }
    }
}
