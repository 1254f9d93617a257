package io.plumbline.sandbox.control;

import java.util.List;

/**
 * One record that a request changed, and the change is committed.
 *
 * @param operation {@code create}, {@code update}, {@code delete}, {@code undelete}, {@code purge} or {@code merge}; an upsert shows as what it became
 * @param object API name of the object
 * @param id the record
 * @param fields the fields the caller sent, in the order of the request
 */
public record Effect(String operation, String object, String id, List<String> fields) {

    public Effect {
        fields = List.copyOf(fields);
    }
}
