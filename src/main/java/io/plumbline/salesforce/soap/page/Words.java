package io.plumbline.salesforce.soap.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a page at a time. Whoever asks makes sure that the array goes on for {@link #SLACK} bytes behind what is to
 * be read; what these hold makes no difference.
 */
final class Words {

    /** As long as any {@link Tag}. */
    static final int SLACK = 256;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;

    private Words() {}

    /** The byte at this place is the lowest one of it. */
    static long at(byte[] page, int place) {
        return (long) WORD.get(page, place);
    }

    /**
     * Where the text ends that begins here, which is at the next {@code <}; the complement of that place when the text has
     * an {@code &}, with which something else is meant. Ends of lines are left to the reader of the field.
     */
    static int endOfText(byte[] page, int from) {
        long special = 0;
        for (int place = from; ; place += Long.BYTES) {
            long word = at(page, place);
            long ends = zeros(word ^ '<' * ONES);
            long ampersands = zeros(word ^ '&' * ONES);
            if (ends != 0) {
                // Of the last word only what is before the end.
                boolean plain = (special | ampersands & (ends & -ends) - 1) == 0;
                int end = place + (Long.numberOfTrailingZeros(ends) >>> 3);
                return plain ? end : ~end;
            }
            special |= ampersands;
        }
    }

    /**
     * Copies bytes until one is an {@code &}, eight at a time, so that what comes after it is copied, too.
     *
     * @param into goes on for {@link #SLACK} bytes behind what may be copied
     * @return where that one is; somewhere at the end or behind it when there is none
     */
    static int copyPlain(byte[] page, int from, byte[] into, int at, int to) {
        for (int place = from; place < to; place += Long.BYTES) {
            long word = at(page, place);
            WORD.set(into, at + place - from, word);
            long ampersands = zeros(word ^ '&' * ONES);
            if (ampersands != 0) {
                return place + (Long.numberOfTrailingZeros(ampersands) >>> 3);
            }
        }
        return to;
    }

    /** Has the highest bit of the first byte that is zero, and none of a byte before it. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGHEST;
    }
}
