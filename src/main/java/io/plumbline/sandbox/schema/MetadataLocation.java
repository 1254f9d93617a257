package io.plumbline.sandbox.schema;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where a folder of the class path lies: on disk, in a jar ({@code jar:file:/a.jar!/folder}), or in the packed application, whose loader says
 * {@code jar:nested:/a.jar/!BOOT-INF/classes/!/folder}. Archives are opened anew, not shared, so two readers do not meet.
 */
sealed interface MetadataLocation {

    record OnDisk(Path folder) implements MetadataLocation {}

    /**
     * @param inner the folder within the archive
     */
    record InArchive(Path archive, String inner) implements MetadataLocation {}

    static MetadataLocation of(URI uri) throws IOException {
        String rest = uri.getSchemeSpecificPart();
        if ("file".equals(uri.getScheme())) {
            return new OnDisk(Path.of(uri));
        }
        if ("jar".equals(uri.getScheme()) && rest.startsWith("nested:")) {
            int end = rest.indexOf("/!");
            return new InArchive(
                    Path.of(rest.substring("nested:".length(), end)),
                    rest.substring(end + 2).replace("!/", "/"));
        }
        if ("jar".equals(uri.getScheme()) && rest.startsWith("file:")) {
            int end = rest.indexOf("!/");
            return new InArchive(Path.of(rest.substring("file:".length(), end)), rest.substring(end + 2));
        }
        throw new IOException("neither a folder nor in a jar");
    }

    /** Reads while the archive is open. */
    default <T> T read(Function<Path, T> reader) throws IOException {
        return switch (this) {
            case OnDisk disk -> reader.apply(disk.folder());
            case InArchive packed -> {
                try (FileSystem archive = FileSystems.newFileSystem(packed.archive())) {
                    yield reader.apply(
                            archive.getPath("/").resolve(packed.inner()).normalize());
                }
            }
        };
    }
}
