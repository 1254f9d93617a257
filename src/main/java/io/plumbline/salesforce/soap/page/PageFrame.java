package io.plumbline.salesforce.soap.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer says around its records, when it is to the letter what Salesforce writes.
 *
 * @param locator of the next page; empty on the last one
 * @param total how many records the whole answer has
 * @param calls empty when the answer does not tell
 */
public record PageFrame(Optional<String> locator, int total, Optional<Calls> calls) {

    /**
     * Calls of all programs.
     *
     * @param used in the last 24 hours
     * @param limit that the org allows in 24 hours
     */
    public record Calls(long used, long limit) {}

    /** In any order, and others beside them. */
    private static final List<String> NAMESPACES = List.of(
            " xmlns=\"urn:partner.soap.sforce.com\"",
            " xmlns:sf=\"urn:sobject.partner.soap.sforce.com\"",
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
            " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"");

    private static final Pattern WRITTEN = Pattern.compile("""
            (?:<\\?xml version="1\\.0" encoding="UTF-8"\\?>)?\
            <soapenv:Envelope(?<namespaces>(?: xmlns(?::\\w+)?="[^"<>&]*")*)>\
            (?:<soapenv:Header><LimitInfoHeader><limitInfo><current>(?<used>\\d{1,9})</current>\
            <limit>(?<limit>\\d{1,9})</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>)?\
            <soapenv:Body><(?<asked>query|queryAll|queryMore)Response><result(?: xsi:type="QueryResult")?>\
            (?:<done>true</done><queryLocator xsi:nil="true"/>\
            |<done>false</done><queryLocator>(?<locator>[^<>&\\s]+)</queryLocator>)\
            <records/><size>(?<size>\\d{1,9})</size>\
            </result></\\k<asked>Response></soapenv:Body></soapenv:Envelope>\\s*""");

    /**
     * @param around the answer with {@code <records/>} in place of its records
     * @throws NotFlatException when it is anything else
     */
    static PageFrame of(String around) throws NotFlatException {
        Matcher found = WRITTEN.matcher(around);
        if (!found.matches() || !NAMESPACES.stream().allMatch(found.group("namespaces")::contains)) {
            throw new NotFlatException();
        }
        String used = found.group("used");
        return new PageFrame(
                Optional.ofNullable(found.group("locator")),
                Integer.parseInt(found.group("size")),
                used == null
                        ? Optional.empty()
                        : Optional.of(new Calls(Long.parseLong(used), Long.parseLong(found.group("limit")))));
    }
}
