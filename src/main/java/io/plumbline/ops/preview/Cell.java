package io.plumbline.ops.preview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table for a spreadsheet. Text that a spreadsheet would take for a formula is marked as text by an apostrophe,
 * as names and subjects are typed by anybody (trap L7); numbers are of our own making and stay numbers.
 */
final class Cell {

    /** What formulas begin with, also in the full-width forms that some programs read alike. */
    private static final String BEGINNINGS = "=+-@|\uFF1D\uFF0B\uFF0D\uFF20";

    private Cell() {}

    static String text(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** Whatever stands before it: blanks and control characters are dropped by some programs before they look. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length()
                && (Character.isWhitespace(text.charAt(first))
                        || Character.isSpaceChar(text.charAt(first))
                        || Character.getType(text.charAt(first)) == Character.FORMAT
                        || Character.isISOControl(text.charAt(first)))) {
            first++;
        }
        boolean beginsOddly = !text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r');
        return beginsOddly || first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0;
    }
}
