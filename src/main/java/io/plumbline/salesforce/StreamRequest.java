package io.plumbline.salesforce;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be read as a stream.
 *
 * @param query what is asked; its order is not kept, see {@link SalesforceOrg#stream}
 * @param expectedRows about how many rows there are; when empty, a count is asked for, which costs one call
 * @param from where an earlier reading of the same query stopped
 */
public record StreamRequest(SoqlQuery query, OptionalLong expectedRows, Optional<StreamPlace> from) {

    /** From the beginning, with a count asked for first. */
    public static StreamRequest of(SoqlQuery query) {
        return new StreamRequest(query, OptionalLong.empty(), Optional.empty());
    }

    public StreamRequest expecting(long rows) {
        return new StreamRequest(query, OptionalLong.of(rows), from);
    }

    public StreamRequest from(StreamPlace place) {
        return new StreamRequest(query, expectedRows, Optional.of(place));
    }
}
