package io.plumbline.sandbox.setup;

/**
 * A flow or trigger that runs on every save of an object and rewrites one field of it (traps F11, F13).
 *
 * @param object API name of the object
 * @param field API name of the field it rewrites
 */
public record Automation(String object, String field, Rewrite rewrite) {

    /** Whether it runs on saves of this object. */
    public boolean runsOn(String saved) {
        return object.equalsIgnoreCase(saved);
    }
}
