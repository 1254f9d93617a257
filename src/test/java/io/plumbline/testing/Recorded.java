package io.plumbline.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Traffic that others recorded with real orgs. It lies beside the project and is read in place, where it is. */
public final class Recorded {

    private static final Path FOLDER = Path.of("..", "shared", "fixtures");

    private Recorded() {}

    /** A file below {@code ../shared/fixtures}; the test is skipped where it is not there. */
    public static byte[] bytes(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the recorded traffic is not here: ../shared/fixtures/" + file);
        return Files.readAllBytes(path);
    }

    public static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }
}
