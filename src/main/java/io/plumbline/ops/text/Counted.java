package io.plumbline.ops.text;

import java.util.Locale;

/** Things with their number, in the singular where there is one of them. */
public final class Counted {

    private Counted() {}

    /** {@code 1,200}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 account}, {@code 1,200 accounts}. */
    public static String of(long number, String one, String many) {
        return number(number) + " " + word(number, one, many);
    }

    /** Where the number stands apart from the word. */
    public static String word(long number, String one, String many) {
        return number == 1 ? one : many;
    }
}
