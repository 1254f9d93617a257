package io.plumbline.salesforce.call;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.WriteOutcome.Refused;
import io.plumbline.salesforce.http.SafeWords;
import java.util.List;

/**
 * What the status codes of single records mean: whether the same record may pass later without anybody's doing, and
 * else who can fix it and how. The one table for rows (trap F6); a code it lacks counts as one that does not pass,
 * and is told as it was sent (trap F5).
 */
public final class RowRefusals {

    private static final String ADMIN = "A Salesforce administrator should ";

    private RowRefusals() {}

    public static Refused of(ObjectName object, List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return new Refused(
                    "UNKNOWN_EXCEPTION", "Salesforce gave no reason.", List.of(), false, advice("", object, List.of()));
        }
        RowProblem worst = problems.stream()
                .filter(problem -> !passes(problem))
                .findFirst()
                .orElse(problems.get(0));
        List<String> fields = problems.stream()
                .flatMap(problem -> problem.fields().stream())
                .distinct()
                .toList();
        String message = String.join(
                "; ",
                problems.stream()
                        .map(problem -> SafeWords.of(problem.message(), 500))
                        .toList());
        return new Refused(worst.code(), message, fields, passes(worst), advice(worst.code(), object, worst.fields()));
    }

    private static boolean passes(RowProblem problem) {
        return switch (problem.code()) {
            case "UNABLE_TO_LOCK_ROW",
                    "UNABLE_TO_LOCK_RECORD",
                    "RECORD_LOCKED",
                    "SERVER_UNAVAILABLE",
                    "SERVICE_UNAVAILABLE",
                    "QUERY_TIMEOUT",
                    "REQUEST_RUNNING_TOO_LONG",
                    "REQUEST_LIMIT_EXCEEDED",
                    "TOO_MANY_APEX_REQUESTS",
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                    "BATCH_PROCESSING_HALTED",
                    "PROCESSING_HALTED",
                    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                    "TERRITORY_REALIGN_IN_PROGRESS",
                    "OPERATION_CONFLICT",
                    "BAD_GATEWAY" -> true;
            default -> false;
        };
    }

    public static String advice(String code, ObjectName object, List<String> fields) {
        String named = fields.isEmpty() ? "the field named in the message" : String.join(", ", fields);
        return switch (code) {
            case "UNABLE_TO_LOCK_ROW", "UNABLE_TO_LOCK_RECORD", "RECORD_LOCKED" ->
                "Another program held the record; it is sent again by itself.";
            case "SERVER_UNAVAILABLE",
                    "SERVICE_UNAVAILABLE",
                    "QUERY_TIMEOUT",
                    "REQUEST_RUNNING_TOO_LONG",
                    "REQUEST_LIMIT_EXCEEDED",
                    "TOO_MANY_APEX_REQUESTS",
                    "BATCH_PROCESSING_HALTED",
                    "PROCESSING_HALTED",
                    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                    "TERRITORY_REALIGN_IN_PROGRESS",
                    "OPERATION_CONFLICT",
                    "BAD_GATEWAY",
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE" ->
                "It passes by itself; the record is sent again.";
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                    "FIELD_FILTER_VALIDATION_EXCEPTION",
                    "RELATED_ENTITY_FILTER_VALIDATION_EXCEPTION" ->
                ADMIN + "let the validation rule or lookup filter on " + object
                        + " except the custom permission Plumbline_Bypass, which the integration user has; or the"
                        + " record's owner mends what the rule asks for.";
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "APEX_FAILED",
                    "FLOW_EXCEPTION",
                    "CUSTOM_APEX_ERROR",
                    "APEX_DATA_ACCESS_RESTRICTION",
                    "SELF_REFERENCE_FROM_TRIGGER",
                    "SELF_REFERENCE_FROM_FLOW",
                    "MAX_DEPTH_IN_FLOW_EXECUTION" ->
                ADMIN + "look into the trigger or flow on " + object + " that the message names, or let it except the"
                        + " custom permission Plumbline_Bypass.";
            case "INACTIVE_OWNER_OR_USER", "INVALID_OWNER", "TRANSFER_REQUIRES_READ" ->
                "The owner is not active or may not own this: give the record an active owner, or name another"
                        + " fallback owner in tasks.yaml.";
            case "INVALID_FIELD_FOR_INSERT_UPDATE", "FIELD_NOT_UPDATABLE" ->
                ADMIN + "grant edit access to " + named + " on " + object
                        + " with the permission set Plumbline_Integration; a formula or roll-up cannot be written at"
                        + " all and has to leave mapping.yaml.";
            case "INVALID_FIELD" ->
                ADMIN + "deploy salesforce-metadata, which defines " + named + " on " + object
                        + ", and assign the permission set Plumbline_Integration to the integration user.";
            case "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "INVALID_READ_ONLY_USER_DML" ->
                ADMIN + "give the integration user edit access to this record of " + object
                        + " and to what it refers to (permission set Plumbline_Integration, sharing).";
            case "STRING_TOO_LONG", "MAX_TASK_DESCRIPTION_EXCEEEDED" ->
                ADMIN + "make " + named + " on " + object + " as long as salesforce-metadata defines it.";
            case "NUMBER_OUTSIDE_VALID_RANGE", "DATE_OUT_OF_RANGE" ->
                ADMIN + "give " + named + " on " + object + " the type and digits that salesforce-metadata defines.";
            case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" ->
                ADMIN + "add the missing value to the picklist " + named + " on " + object
                        + ", as salesforce-metadata defines it.";
            case "REQUIRED_FIELD_MISSING", "RECORD_MISSING_REQUIRED_FIELD" ->
                ADMIN + "make " + named + " on " + object
                        + " optional or give it a default; or map a value for it in tasks.yaml.";
            case "INVALID_TYPE_ON_FIELD_IN_RECORD", "FIELD_INTEGRITY_EXCEPTION" ->
                "The value does not fit " + named + " on " + object
                        + ": check what mapping.yaml writes there against the field's type in Salesforce.";
            case "DUPLICATES_DETECTED" ->
                ADMIN + "let the duplicate rule on " + object + " except the integration user.";
            case "DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID" ->
                "Another record has the same key: look it up by the Id in the message; if it is not Plumbline's,"
                        + " clear its key field.";
            case "INVALID_EXTERNAL_ID_FIELD_NAME", "INVALID_ENTITY_FOR_UPSERT" ->
                ADMIN + "deploy salesforce-metadata: the key field on " + object
                        + " must be an external id and unique.";
            case "ENTITY_IS_DELETED",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "MISSING_RECORD",
                    "RECORD_NOT_FOUND",
                    "ENTITY_IS_ARCHIVED" ->
                "The record, or one that it refers to, was deleted, merged or archived meanwhile; the next run reads"
                        + " what became of it.";
            case "ENTITY_IS_LOCKED" -> "The record is locked by an approval process; it can be written when that ends.";
            case "STORAGE_LIMIT_EXCEEDED" -> ADMIN + "free data storage of the org or buy more.";
            case "LIMIT_EXCEEDED" -> ADMIN + "look up the limit that the message names in Setup, System Overview.";
            case "MALFORMED_ID", "INVALID_ID_FIELD", "INVALID_TYPE" ->
                "Tell whoever maintains Plumbline: it sent what cannot be right.";
            default -> ADMIN + "look at the message; it comes from the org as it stands here.";
        };
    }
}
