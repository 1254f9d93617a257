package io.plumbline.salesforce.soap;

/** Pieces of SOAP answers, as Salesforce writes them. */
final class SoapText {

    private SoapText() {}

    static String page(int size, String locator, String... records) {
        String cursor = locator.isEmpty()
                ? "<done>true</done><queryLocator xsi:nil=\"true\"/>"
                : "<done>false</done><queryLocator>" + locator + "</queryLocator>";
        return "<result xsi:type=\"QueryResult\">" + cursor + String.join("", records) + "<size>" + size
                + "</size></result>";
    }

    /** A record with its Id twice, as when Id is selected. */
    static String record(String type, String id, String fields) {
        return "<records xsi:type=\"sf:sObject\"><sf:type>" + type + "</sf:type><sf:Id>" + id + "</sf:Id><sf:Id>" + id
                + "</sf:Id>" + fields + "</records>";
    }

    static String parent(String relationship, String type, String fields) {
        return "<sf:" + relationship + " xsi:type=\"sf:sObject\"><sf:type>" + type
                + "</sf:type><sf:Id xsi:nil=\"true\"/>" + fields + "</sf:" + relationship + ">";
    }

    static String described(String object, String... fields) {
        return "<result><activateable>false</activateable><createable>true</createable><custom>false</custom>"
                + "<customSetting>false</customSetting><deletable>true</deletable>"
                + "<deprecatedAndHidden>false</deprecatedAndHidden><feedEnabled>false</feedEnabled>"
                + String.join("", fields)
                + "<keyPrefix>001</keyPrefix><label>" + object + "</label><labelPlural>" + object + "s</labelPlural>"
                + "<layoutable>true</layoutable><mergeable>true</mergeable><name>" + object + "</name>"
                + "<queryable>true</queryable><replicateable>true</replicateable><retrieveable>true</retrieveable>"
                + "<searchable>true</searchable><undeletable>true</undeletable><updateable>true</updateable></result>";
    }

    static String field(String name, String type) {
        return field(name, type, "");
    }

    /** @param reference elements {@code referenceTo} and {@code relationshipName}, in this order */
    static String field(String name, String type, String reference) {
        return "<fields><autoNumber>false</autoNumber><byteLength>765</byteLength><calculated>false</calculated>"
                + "<caseSensitive>false</caseSensitive><createable>true</createable><custom>false</custom>"
                + "<defaultedOnCreate>false</defaultedOnCreate><deprecatedAndHidden>false</deprecatedAndHidden>"
                + "<digits>0</digits><externalId>false</externalId><filterable>true</filterable>"
                + "<groupable>true</groupable><idLookup>false</idLookup><label>" + name + "</label>"
                + "<length>255</length><name>" + name + "</name><nameField>false</nameField><nillable>true</nillable>"
                + "<precision>" + (type.equals("double") || type.equals("currency") ? 18 : 0) + "</precision>"
                + reference + "<restrictedPicklist>false</restrictedPicklist>"
                + "<scale>" + (type.equals("double") || type.equals("currency") ? 2 : 0) + "</scale>"
                + "<soapType>xsd:string</soapType><sortable>true</sortable><type>" + type + "</type>"
                + "<unique>false</unique><updateable>true</updateable></fields>";
    }

    static String saved(String id) {
        return "<result><id>" + id + "</id><success>true</success></result>";
    }

    static String upserted(String id, boolean created) {
        return "<result><created>" + created + "</created><id>" + id + "</id><success>true</success></result>";
    }

    static String refused(String code, String message, String... fields) {
        StringBuilder named = new StringBuilder();
        for (String field : fields) {
            named.append("<fields>").append(field).append("</fields>");
        }
        return "<result><errors>" + named + "<message>" + message + "</message><statusCode>" + code
                + "</statusCode></errors><id xsi:nil=\"true\"/><success>false</success></result>";
    }
}
