package io.plumbline.sandbox.record.refusal;

/** Why a whole call was refused: the exception codes of the API that the org itself gives. */
public enum ExceptionCode {
    EXCEEDED_ID_LIMIT,
    INVALID_FIELD,
    INVALID_ID_FIELD,
    INVALID_QUERY_FILTER_OPERATOR,
    INVALID_REPLICATION_DATE,
    INVALID_TYPE,
    INSUFFICIENT_ACCESS,
    MALFORMED_ID,
    MALFORMED_QUERY,
    NOT_FOUND,
    NUMBER_OUTSIDE_VALID_RANGE,
    QUERY_TIMEOUT
}
