package io.plumbline.sandbox.record.refusal;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A call that the org refuses as a whole, before it looks at any record; the protocols turn it into a fault, an array of one error or a
 * failed job.
 */
public final class RequestRefusedException extends RuntimeException {

    private final ExceptionCode code;
    private final int row;
    private final int column;

    public RequestRefusedException(ExceptionCode code, String message) {
        this(code, message, -1, -1);
    }

    /** For a query: where in its text, both counted from 1; -1 where unknown. */
    public RequestRefusedException(ExceptionCode code, String message, int row, int column) {
        super(message);
        this.code = code;
        this.row = row;
        this.column = column;
    }

    public ExceptionCode code() {
        return code;
    }

    /** Line of the query, counted from 1. */
    public OptionalInt row() {
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Column of the query, counted from 1. */
    public OptionalInt column() {
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The message; never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), code.name());
    }
}
