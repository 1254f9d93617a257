package io.plumbline.crm;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The API name of a field ({@code Amount}, {@code Plumbline_Health__c}) or a path to one over parent relationships
 * ({@code Opportunity.AccountId}, {@code Plumbline_Plan__r.Account__c}), at most five relationships long.
 */
public record FieldName(String value) implements Comparable<FieldName> {

    private static final String CUSTOM = "__c";
    private static final Pattern API_PATH =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}(\\.[A-Za-z][A-Za-z0-9_]{0,79}){0,5}");

    /** @throws IllegalArgumentException when the text cannot be such a name, so none can carry SOQL (trap L5) */
    public FieldName {
        if (!API_PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the API name of a field or a path to one");
        }
    }

    public static FieldName of(String value) {
        return new FieldName(value);
    }

    /** The names along the path; a single one for a field of the object itself. */
    public List<String> steps() {
        return List.of(value.split("\\."));
    }

    /** Whether an org or a package added it. */
    public boolean isCustom() {
        return value.endsWith(CUSTOM);
    }

    public boolean isPath() {
        return value.indexOf('.') >= 0;
    }

    @Override
    public int compareTo(FieldName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
