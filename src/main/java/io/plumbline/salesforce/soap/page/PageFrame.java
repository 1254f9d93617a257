package io.plumbline.salesforce.soap.page;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer says around its records, when it is to the letter what Salesforce writes.
 *
 * @param locator of the next page; empty on the last one
 * @param total how many records the whole answer has
 * @param used calls of all programs today; empty when the answer does not tell
 * @param limit calls that the org allows in 24 hours; empty when the answer does not tell
 */
public record PageFrame(Optional<String> locator, int total, OptionalLong used, OptionalLong limit) {

    private static final Pattern WRITTEN = Pattern.compile("""
            (?:<\\?xml version="1\\.0" encoding="UTF-8"\\?>)?<soapenv:Envelope\
            (?= [^>]*xmlns="urn:partner\\.soap\\.sforce\\.com"[ >])\
            (?= [^>]*xmlns:sf="urn:sobject\\.partner\\.soap\\.sforce\\.com"[ >])\
            (?= [^>]*xmlns:xsi="http://www\\.w3\\.org/2001/XMLSchema-instance"[ >])\
            (?= [^>]*xmlns:soapenv="http://schemas\\.xmlsoap\\.org/soap/envelope/"[ >])\
            (?: xmlns(?::\\w+)?="[^"<>&]*")*>\
            (?:<soapenv:Header><LimitInfoHeader><limitInfo><current>(?<used>\\d{1,9})</current>\
            <limit>(?<limit>\\d{1,9})</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>)?\
            <soapenv:Body><(?<asked>query|queryAll|queryMore)Response><result(?: xsi:type="QueryResult")?>\
            (?:<done>true</done><queryLocator xsi:nil="true"/>\
            |<done>false</done><queryLocator>(?<locator>[^<>&\\s]+)</queryLocator>)\
            <records/><size>(?<size>\\d{1,9})</size></result></\\k<asked>Response></soapenv:Body></soapenv:Envelope>\\s*""");

    /**
     * @param around the answer with {@code <records/>} in place of its records
     * @throws NotFlatException when it is anything else
     */
    static PageFrame of(String around) throws NotFlatException {
        Matcher found = WRITTEN.matcher(around);
        if (!found.matches()) {
            throw new NotFlatException();
        }
        return new PageFrame(
                Optional.ofNullable(found.group("locator")),
                Integer.parseInt(found.group("size")),
                number(found, "used"),
                number(found, "limit"));
    }

    private static OptionalLong number(Matcher found, String group) {
        String digits = found.group(group);
        return digits == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }
}
