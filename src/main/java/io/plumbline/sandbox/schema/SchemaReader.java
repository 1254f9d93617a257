package io.plumbline.sandbox.schema;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds an org's schema: the standard objects, and what an sfdx source folder adds to them. */
public final class SchemaReader {

    private SchemaReader() {}

    /**
     * What is deployed in one org.
     *
     * @param permissionSets by API name
     */
    public record Deployed(Schema schema, Map<String, PermissionSet> permissionSets) {}

    /** The standard objects alone. */
    public static Deployed standard(boolean multiCurrency) {
        return read(List.of(), multiCurrency);
    }

    /**
     * The standard objects and the folder's custom fields, objects and permission sets; the folder may lie in a jar's file system.
     *
     * @throws MetadataException listing every problem with its file and element
     */
    public static Deployed read(Path sfdxFolder, boolean multiCurrency) {
        try {
            return read(MetadataFile.below(sfdxFolder), multiCurrency);
        } catch (IOException e) {
            throw new MetadataException(List.of(sfdxFolder + ": the folder cannot be read: " + e.getMessage()));
        }
    }

    /**
     * As {@link #read(Path, boolean)}, from the folder {@code salesforce-metadata} of the class path, on disk or in the jar.
     *
     * @throws MetadataException also when the folder is not there
     */
    public static Deployed fromClassPath(boolean multiCurrency) {
        URL folder = SchemaReader.class.getClassLoader().getResource("salesforce-metadata");
        if (folder == null) {
            throw new MetadataException(
                    List.of("salesforce-metadata is not on the class path: build with Maven, which copies it"));
        }
        try {
            return MetadataLocation.of(folder.toURI()).read(path -> read(path, multiCurrency));
        } catch (IOException | URISyntaxException e) {
            throw new MetadataException(List.of(folder + ": cannot be opened: " + e.getMessage()));
        }
    }

    private static Deployed read(List<MetadataFile> files, boolean multiCurrency) {
        return new MetadataReader(new StandardObjects(multiCurrency).read(), multiCurrency).read(files);
    }
}
