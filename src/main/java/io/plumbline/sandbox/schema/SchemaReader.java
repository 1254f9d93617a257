package io.plumbline.sandbox.schema;

import java.nio.file.Path;

/** Builds an org's schema: the standard objects, and what an sfdx source folder adds to them. */
public final class SchemaReader {

    private SchemaReader() {}

    /**
     * What is deployed in one org.
     *
     * @param permissionSets by API name
     */
    public record Deployed(Schema schema, java.util.Map<String, PermissionSet> permissionSets) {}

    /** The standard objects alone. */
    public static Deployed standard(boolean multiCurrency) {
        throw new UnsupportedOperationException();
    }

    /** The standard objects and the folder's custom fields, objects and permission sets; the folder may lie in a jar's file system. */
    public static Deployed read(Path sfdxFolder, boolean multiCurrency) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #read}, from the folder {@code salesforce-metadata} of the class path, on disk or in the jar. */
    public static Deployed fromClassPath(boolean multiCurrency) {
        throw new UnsupportedOperationException();
    }
}
