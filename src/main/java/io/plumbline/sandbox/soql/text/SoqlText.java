package io.plumbline.sandbox.soql.text;

import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The text of one query, and the refusals that point into it as Salesforce's do: the line, a caret, row and column, the reason. */
public record SoqlText(String text) {

    private static final int CONTEXT = 40;

    public RequestRefusedException refusal(ExceptionCode code, ParserRuleContext at, String message) {
        return refusal(code, at.getStart(), message);
    }

    public RequestRefusedException refusal(ExceptionCode code, Token at, String message) {
        return refusal(code, at.getLine(), at.getCharPositionInLine() + 1, message);
    }

    /** Row and column count from 1. */
    public RequestRefusedException refusal(ExceptionCode code, int row, int column, String message) {
        String line = text.lines().skip(row - 1L).findFirst().orElse("");
        int from = Math.max(0, Math.min(column - 1, line.length()) - CONTEXT);
        int to = Math.min(line.length(), column - 1 + CONTEXT);
        String shown = "\n" + line.substring(from, to) + "\n" + " ".repeat(column - 1 - from) + "^\nERROR at Row:" + row
                + ":Column:" + column + "\n" + message;
        return new RequestRefusedException(code, shown, row, column);
    }

    /** A clause that is good SOQL but more than the sandbox does. */
    public RequestRefusedException notSupported(ParserRuleContext at, String clause) {
        return refusal(ExceptionCode.MALFORMED_QUERY, at, clause + " is not supported by the sandbox");
    }
}
