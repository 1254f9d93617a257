package io.plumbline.config.yaml;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;

/** Reads texts that have to be more than text; what they are not becomes a problem of the file. */
public final class CheckedText {

    private static final FieldName STAND_IN_FIELD = FieldName.of("Id");
    private static final ObjectName STAND_IN_OBJECT = ObjectName.of("Account");

    private CheckedText() {}

    /** The API name of a field, or a path to one (trap L5). */
    public static FieldName field(YamlValue value) {
        String text = value.text();
        if (value.isMissing()) {
            return STAND_IN_FIELD;
        }
        try {
            return FieldName.of(text);
        } catch (IllegalArgumentException refused) {
            value.problem("is " + shown(text) + ", but is to be the API name of a field, such as Amount or"
                    + " Opportunity.AccountId");
            return STAND_IN_FIELD;
        }
    }

    /** The API name of a field of the object itself, as a result needs one. */
    public static FieldName ownField(YamlValue value) {
        FieldName field = field(value);
        if (field.isPath()) {
            value.problem("is " + field + ", but is to be a field of the object itself: nothing is written over a"
                    + " relationship");
        }
        return field;
    }

    public static ObjectName object(YamlValue value) {
        String text = value.text();
        if (value.isMissing()) {
            return STAND_IN_OBJECT;
        }
        try {
            return ObjectName.of(text);
        } catch (IllegalArgumentException refused) {
            value.problem("is " + shown(text) + ", but is to be the API name of an object, such as Account or Deal__c");
            return STAND_IN_OBJECT;
        }
    }

    /** A text that says something. */
    public static String words(YamlValue value) {
        String text = value.text();
        if (text.isBlank() && !value.isMissing()) {
            value.problem("is empty, but is to be text");
        }
        return text;
    }

    /**
     * A SOQL condition that stays within the parentheses it is put in: its own are balanced and its texts closed
     * (trap L5) and to one condition. Whether the org understands it, the org says.
     */
    public static String condition(YamlValue value) {
        String text = words(value);
        SoqlCondition.problem(text).ifPresent(problem -> value.problem("is no SOQL condition: " + problem));
        return text;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : text;
    }
}
