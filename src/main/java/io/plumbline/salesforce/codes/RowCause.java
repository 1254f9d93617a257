package io.plumbline.salesforce.codes;

import static io.plumbline.salesforce.codes.Actor.ADMINISTRATOR;
import static io.plumbline.salesforce.codes.Actor.MAINTAINER;
import static io.plumbline.salesforce.codes.Actor.NOBODY;
import static io.plumbline.salesforce.codes.Actor.OPERATOR;

import io.plumbline.crm.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why the org refuses a single record, with the status codes that say so: the one table for rows, over SOAP and Bulk
 * alike (trap F6). Families catch the codes of features that Plumbline does not use; a code that nothing here names
 * counts as one that does not pass and is told as it was sent (trap F5).
 */
public enum RowCause {
    LOCKED(
            RowAction.SEND_AGAIN,
            NOBODY,
            "F3",
            "Another program held the record; it is sent again by itself.",
            "UNABLE_TO_LOCK_ROW UNABLE_TO_LOCK_RECORD RECORD_LOCKED RECORD_IN_USE_BY_WORKFLOW"),
    IN_PASSING(
            RowAction.SEND_AGAIN,
            NOBODY,
            "J6",
            "It passes by itself; the record is sent again.",
            "ALL_OR_NONE_OPERATION_ROLLED_BACK ALREADY_IN_PROCESS BAD_GATEWAY BATCH_PROCESSING_HALTED "
                    + "COLLISION_DETECTED CONFLICT FAILED_DUE_TO_OTHER_INPUTS INTERNAL_ERROR "
                    + "INVALID_QUERY_LOCATOR INVALID_SESSION_ID OPERATION_CONFLICT PROCESSING_HALTED "
                    + "QUERY_TIMEOUT REQUEST_LIMIT_EXCEEDED REQUEST_RUNNING_TOO_LONG SERVER_UNAVAILABLE "
                    + "SERVICE_UNAVAILABLE SESSION_EXPIRED SESSION_INVALIDATED TERRITORY_REALIGN_IN_PROGRESS "
                    + "TOO_MANY_APEX_REQUESTS"),
    READ_ONLY_TIME(
            RowAction.SEND_AGAIN,
            NOBODY,
            "J5",
            "The org is read-only for a while; the record is sent again.",
            "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE"),
    VALIDATION_RULE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN + "let the validation rule or lookup filter on {object} except the custom permission"
                    + " Plumbline_Bypass, which the integration user has; or the record's owner mends what the rule asks"
                    + " for.",
            "FIELD_CUSTOM_VALIDATION_EXCEPTION FIELD_FILTER_VALIDATION_EXCEPTION "
                    + "RELATED_ENTITY_FILTER_VALIDATION_EXCEPTION ENTITY_SAVE_VALIDATION_ERROR "
                    + "FIELD_MODERATION_RULE_BLOCK"),
    AUTOMATION(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN
                    + "look into the trigger or flow on {object} that the message names, or let it except the custom"
                    + " permission Plumbline_Bypass.",
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY CANNOT_EXECUTE_FLOW_TRIGGER APEX_FAILED "
                    + "APEX_DATA_ACCESS_RESTRICTION CUSTOM_APEX_ERROR FLOW_EXCEPTION MAX_DEPTH_IN_FLOW_EXECUTION "
                    + "MAX_TRIGGERS_EXCEEDED MIXED_DML_OPERATION SELF_REFERENCE_FROM_FLOW "
                    + "SELF_REFERENCE_FROM_TRIGGER UNSUPPORTED_APEX_TRIGGER_OPERATON"),
    OWNER(
            RowAction.HOLD,
            OPERATOR,
            "F16",
            "The owner is not active or may not own this: give the record an active owner, or name another fallback owner"
                    + " in tasks.yaml.",
            "INACTIVE_OWNER_OR_USER INVALID_OWNER TRANSFER_REQUIRES_READ "
                    + "OP_WITH_INVALID_USER_TYPE_EXCEPTION NO_SUCH_USER_EXISTS"),
    FIELD_NOT_WRITABLE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "I4",
            Advice.ADMIN + "grant edit access to {field} on {object} with the permission set Plumbline_Integration; a"
                    + " formula or roll-up cannot be written at all and has to leave mapping.yaml.",
            "INVALID_FIELD_FOR_INSERT_UPDATE FIELD_NOT_UPDATABLE REL_FIELD_BAD_ACCESSIBILITY"),
    FIELD_MISSING(
            RowAction.HOLD,
            ADMINISTRATOR,
            "I2",
            Advice.ADMIN
                    + "deploy salesforce-metadata, which defines {field} on {object}, and assign the permission set"
                    + " Plumbline_Integration to the integration user.",
            "INVALID_FIELD"),
    NO_ACCESS(
            RowAction.HOLD,
            ADMINISTRATOR,
            "I1",
            Advice.ADMIN + "give the integration user edit access to this record of {object} and to what it refers to"
                    + " (permission set Plumbline_Integration, sharing).",
            "INSUFFICIENT_ACCESS_OR_READONLY INSUFFICIENT_ACCESS "
                    + "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY INVALID_READ_ONLY_USER_DML "
                    + "FORBIDDEN_EXCEPTION UNAUTHORIZED_EXCEPTION TXN_SECURITY_NO_ACCESS "
                    + "UNAVAILABLE_RECORDTYPE_EXCEPTION"),
    TOO_LONG(
            RowAction.HOLD,
            ADMINISTRATOR,
            "E10",
            Advice.ADMIN + "make {field} on {object} as long as salesforce-metadata defines it.",
            "STRING_TOO_LONG MAX_TASK_DESCRIPTION_EXCEEEDED"),
    OUT_OF_RANGE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "H9",
            Advice.ADMIN + "give {field} on {object} the type and digits that salesforce-metadata defines.",
            "NUMBER_OUTSIDE_VALID_RANGE DATE_OUT_OF_RANGE TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET"),
    PICKLIST(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN
                    + "add the missing value to the picklist {field} on {object}, as salesforce-metadata defines it.",
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST INVALID_STATUS"),
    REQUIRED_FIELD(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN
                    + "make {field} on {object} optional or give it a default; or map a value for it in tasks.yaml.",
            "REQUIRED_FIELD_MISSING RECORD_MISSING_REQUIRED_FIELD"),
    VALUE_DOES_NOT_FIT(
            RowAction.HOLD,
            OPERATOR,
            "F18",
            "The value does not fit {field} on {object}: check what mapping.yaml writes there against the field's type in"
                    + " Salesforce.",
            "FIELD_INTEGRITY_EXCEPTION INVALID_TYPE_ON_FIELD_IN_RECORD "
                    + "INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD INVALID_CURRENCY_ISO INVALID_EMAIL_ADDRESS"),
    DUPLICATE_RULE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F7",
            Advice.ADMIN + "let the duplicate rule on {object} except the integration user.",
            "DUPLICATES_DETECTED"),
    SAME_KEY(
            RowAction.READ_AGAIN,
            ADMINISTRATOR,
            "F8, F9",
            "Another record has the same key: look it up by the Id in the message; if it is not Plumbline's, clear its key"
                    + " field.",
            "DUPLICATE_VALUE DUPLICATE_EXTERNAL_ID"),
    KEY_FIELD(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F8",
            Advice.ADMIN + "deploy salesforce-metadata: the key field on {object} must be an external id and unique.",
            "INVALID_EXTERNAL_ID_FIELD_NAME INVALID_ENTITY_FOR_UPSERT"),
    RECORD_GONE(
            RowAction.READ_AGAIN,
            NOBODY,
            "F10, F15",
            "The record, or one that it refers to, was deleted, merged or archived meanwhile; the next run reads what"
                    + " became of it.",
            "ENTITY_IS_DELETED ENTITY_IS_ARCHIVED ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE "
                    + "INVALID_CROSS_REFERENCE_KEY MISSING_RECORD NOT_FOUND RECORD_NOT_FOUND"),
    CONVERTED_LEAD(
            RowAction.HOLD,
            NOBODY,
            "F17",
            "The lead was converted; what it was about stands with its account now.",
            "CANNOT_UPDATE_CONVERTED_LEAD"),
    APPROVAL(
            RowAction.HOLD,
            NOBODY,
            "F6",
            "The record is locked by an approval process; it can be written when that ends.",
            "ENTITY_IS_LOCKED"),
    STORAGE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN + "free data storage of the org or buy more.",
            "STORAGE_LIMIT_EXCEEDED"),
    SENT_WRONG(
            RowAction.HOLD,
            MAINTAINER,
            "F4",
            "Tell whoever maintains Plumbline: it sent what cannot be right.",
            "MALFORMED_ID INVALID_ID_FIELD INVALID_TYPE INVALID_TYPE_FOR_OPERATION MISSING_ARGUMENT "
                    + "INVALID_ARGUMENT_TYPE INVALID_BATCH_OPERATION DELETE_REQUIRED_ON_CASCADE"),
    LIMIT(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN + "look up the limit that the message names in Setup, System Overview.",
            Pattern.compile(".*LIMIT.*|MAX_.*|MAXIMUM_.*|TOO_MANY_.*|.*_EXCEEDED"),
            "LIMIT_EXCEEDED"),
    FOREIGN_FEATURE(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F6",
            Advice.ADMIN + "look into the automation on {object}: the code belongs to a feature that Plumbline does not"
                    + " use, so a trigger, flow or package raises it.",
            Pattern.compile("(B2B|CART|CHECKOUT|CLEAN_SERVICE|CLM|CMS|COMMERCE|CONTENT|COPILOT|COUPON|CT|DATA|DATACLOUD"
                    + "ADDRESS|EMAIL|ENVIRONMENT_HUB|IAS|INDEX|INGESTION|MATCH|MCONTENT|ORDER|PAL|PALI|PAYMENTS?"
                    + "|PLATFORM_EVENT|PROMOTION|SALESFORCE_INBOX|SEARCH|SERVICE_EMAIL|SERVICE_PLAN|SLACK|SOCIAL|UISF"
                    + "|WEM|XCLEAN)_.*"),
            ""),
    /** Codes grow with every release, so one that is not known is no mistake of anybody's. */
    NOT_KNOWN(
            RowAction.HOLD,
            ADMINISTRATOR,
            "F5",
            Advice.ADMIN + "look at the message; it comes from the org as it stands here.",
            "");

    private static final Map<String, RowCause> BY_CODE = Arrays.stream(values())
            .flatMap(cause -> cause.codes.stream().map(code -> Map.entry(code, cause)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final RowAction action;
    private final Actor actor;
    private final String traps;
    private final String advice;
    private final Optional<Pattern> family;
    private final List<String> codes;

    RowCause(RowAction action, Actor actor, String traps, String advice, String codes) {
        this(action, actor, traps, advice, Optional.empty(), codes);
    }

    RowCause(RowAction action, Actor actor, String traps, String advice, Pattern family, String codes) {
        this(action, actor, traps, advice, Optional.of(family), codes);
    }

    RowCause(RowAction action, Actor actor, String traps, String advice, Optional<Pattern> family, String codes) {
        this.action = action;
        this.actor = actor;
        this.traps = traps;
        this.advice = advice;
        this.family = family;
        this.codes = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }

    /** What this status code means; {@link #NOT_KNOWN} for one that no rule covers. */
    public static RowCause of(String code) {
        RowCause named = BY_CODE.get(code);
        if (named != null) {
            return named;
        }
        return Arrays.stream(values())
                .filter(cause -> cause.family
                        .filter(pattern -> pattern.matcher(code).matches())
                        .isPresent())
                .findFirst()
                .orElse(NOT_KNOWN);
    }

    public RowAction action() {
        return action;
    }

    /**
     * Who can fix it and how.
     *
     * @param fields the fields that Salesforce names, possibly none
     */
    public String advice(ObjectName object, List<String> fields) {
        String named = fields.isEmpty() ? "the field named in the message" : String.join(", ", fields);
        return advice.replace("{object}", object.value()).replace("{field}", named);
    }

    Actor actor() {
        return actor;
    }

    /** Ids of the failure catalogue. */
    String traps() {
        return traps;
    }

    String advice() {
        return advice;
    }

    List<String> codes() {
        return codes;
    }

    boolean isFamily() {
        return family.isPresent();
    }
}
