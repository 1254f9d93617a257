package io.plumbline.sandbox.schema;

/** The types of fields, named as describe names them. */
public enum FieldType {
    ID("id", "tns:ID"),
    REFERENCE("reference", "tns:ID"),
    STRING("string", "xsd:string"),
    TEXTAREA("textarea", "xsd:string"),
    EMAIL("email", "xsd:string"),
    PHONE("phone", "xsd:string"),
    URL("url", "xsd:string"),
    PICKLIST("picklist", "xsd:string"),
    MULTIPICKLIST("multipicklist", "xsd:string"),
    COMBOBOX("combobox", "xsd:string"),
    BOOLEAN("boolean", "xsd:boolean"),
    INT("int", "xsd:int"),
    DOUBLE("double", "xsd:double"),
    CURRENCY("currency", "xsd:double"),
    PERCENT("percent", "xsd:double"),
    DATE("date", "xsd:date"),
    DATETIME("datetime", "xsd:dateTime"),
    TIME("time", "xsd:time"),
    ADDRESS("address", "urn:address");

    private final String apiName;
    private final String soapType;

    FieldType(String apiName, String soapType) {
        this.apiName = apiName;
        this.soapType = soapType;
    }

    /** As in {@code type} of a describe answer. */
    public String apiName() {
        return apiName;
    }

    /** As in {@code soapType} of a REST describe answer. */
    public String soapType() {
        return soapType;
    }

    /** Whether values are text that a person or a picklist supplies. */
    public boolean isText() {
        return soapType.equals("xsd:string");
    }

    /** Whether values are numbers of any kind. */
    public boolean isNumber() {
        return this == INT || this == DOUBLE || this == CURRENCY || this == PERCENT;
    }
}
