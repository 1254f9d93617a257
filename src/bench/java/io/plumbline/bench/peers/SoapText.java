package io.plumbline.bench.peers;

import java.util.List;

/** SOAP answers of the Partner API, as Salesforce writes them. */
final class SoapText {

    private SoapText() {}

    static void begin(StringBuilder text, String operation, int calls) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .append("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"")
                .append(" xmlns=\"urn:partner.soap.sforce.com\" xmlns:sf=\"urn:sobject.partner.soap.sforce.com\"")
                .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Header><LimitInfoHeader>")
                .append("<limitInfo><current>")
                .append(calls)
                .append("</current><limit>10000000</limit><type>API REQUESTS</type></limitInfo>")
                .append("</LimitInfoHeader></soapenv:Header><soapenv:Body><")
                .append(operation)
                .append("Response>");
    }

    static void end(StringBuilder text, String operation) {
        text.append("</").append(operation).append("Response></soapenv:Body></soapenv:Envelope>");
    }

    /** A record whose Id was asked for, which is then there twice. */
    static void record(StringBuilder text, List<String> cells) {
        text.append("<records xsi:type=\"sf:sObject\"><sf:type>Opportunity</sf:type>");
        field(text, "Id", cells.get(0));
        for (int i = 0; i < cells.size(); i++) {
            field(text, Opportunities.COLUMNS.get(i), cells.get(i));
        }
        text.append("</records>");
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append("<sf:").append(name);
        if (value.isEmpty()) {
            text.append(" xsi:nil=\"true\"/>");
        } else {
            text.append('>')
                    .append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</sf:")
                    .append(name)
                    .append('>');
        }
    }

    /** The description of Opportunity, as far as clients ask for it, by either operation. */
    static String described(String operation) {
        StringBuilder text = new StringBuilder();
        begin(text, operation, 1);
        text.append("<result><activateable>false</activateable><createable>true</createable><custom>false</custom>")
                .append("<customSetting>false</customSetting><deletable>true</deletable>")
                .append("<deprecatedAndHidden>false</deprecatedAndHidden><feedEnabled>false</feedEnabled>");
        for (int i = 0; i < Opportunities.COLUMNS.size(); i++) {
            described(text, Opportunities.COLUMNS.get(i), Opportunities.TYPES.get(i));
        }
        text.append("<keyPrefix>006</keyPrefix><label>Opportunity</label><labelPlural>Opportunities</labelPlural>")
                .append("<layoutable>true</layoutable><mergeable>false</mergeable><name>Opportunity</name>")
                .append("<queryable>true</queryable><replicateable>true</replicateable>")
                .append("<retrieveable>true</retrieveable><searchable>true</searchable><undeletable>true</undeletable>")
                .append("<updateable>true</updateable></result>");
        end(text, operation);
        return text.toString();
    }

    private static void described(StringBuilder text, String name, String type) {
        boolean number = type.equals("currency") || type.equals("percent");
        text.append("<fields><autoNumber>false</autoNumber><byteLength>765</byteLength><calculated>false</calculated>")
                .append("<caseSensitive>false</caseSensitive><createable>true</createable><custom>false</custom>")
                .append("<defaultedOnCreate>false</defaultedOnCreate><deprecatedAndHidden>false</deprecatedAndHidden>")
                .append("<digits>0</digits><externalId>false</externalId><filterable>true</filterable>")
                .append("<groupable>true</groupable><idLookup>false</idLookup><label>")
                .append(name)
                .append("</label><length>255</length><name>")
                .append(name)
                .append("</name><nameField>false</nameField><nillable>true</nillable><precision>")
                .append(number ? 18 : 0)
                .append("</precision><restrictedPicklist>false</restrictedPicklist><scale>")
                .append(number ? 2 : 0)
                .append("</scale><soapType>xsd:string</soapType><sortable>true</sortable><type>")
                .append(type)
                .append("</type><unique>false</unique><updateable>true</updateable></fields>");
    }
}
