package io.plumbline.crm;

import java.util.regex.Pattern;

/** The API name of a Salesforce object, such as {@code Account} or {@code Plumbline_Plan__c}, in its own case. */
public record ObjectName(String value) implements Comparable<ObjectName> {

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    /** @throws IllegalArgumentException when the text cannot be an API name, so none can carry SOQL (trap L5) */
    public ObjectName {
        if (!API_NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the API name of an object");
        }
    }

    public static ObjectName of(String value) {
        return new ObjectName(value);
    }

    @Override
    public int compareTo(ObjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
