package io.plumbline.sandbox.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of an sfdx source folder.
 *
 * @param path from the folder, with forward slashes
 */
record MetadataFile(String path, String text) {

    /** All metadata files below a folder in the order of their paths; the folder may lie in a jar. */
    static List<MetadataFile> below(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith("-meta.xml"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(file -> read(folder, file)).toList();
    }

    private static MetadataFile read(Path folder, Path file) {
        try {
            return new MetadataFile(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new MetadataException(List.of(file + ": cannot be read as UTF-8 text: " + e.getMessage()));
        }
    }

    /** Whether it is metadata of this kind, {@code field}, {@code object}, {@code permissionset}. */
    boolean isKind(String suffix) {
        return path.endsWith("." + suffix + "-meta.xml");
    }

    /** The file's name without suffixes, which is the API name. */
    String apiName() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf('.'));
    }

    /** The folder of the object this file belongs to: {@code Account} of {@code objects/Account/fields/X__c.field-meta.xml}. */
    String objectName() {
        String[] parts = path.split("/");
        for (int i = parts.length - 2; i > 0; i--) {
            if (parts[i - 1].equals("objects")) {
                return parts[i];
            }
        }
        return "";
    }
}
