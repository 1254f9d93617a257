package io.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that people read, held by files below {@code src/test/resources} in the folder of the test's package. On a
 * mismatch the new text is written to {@code target/golden}, for review and for copying over the old one.
 */
public record Golden(Path folder, Path rejected) {

    public static Golden beside(Class<?> test) {
        Path packageFolder = Path.of(test.getPackageName().replace('.', '/'));
        return new Golden(
                Path.of("src", "test", "resources").resolve(packageFolder),
                Path.of("target", "golden").resolve(packageFolder));
    }

    public void assertMatches(String file, String text) {
        Path expected = folder.resolve(file);
        String now = text.replace("\r\n", "\n");
        try {
            String before = Files.exists(expected) ? Files.readString(expected) : "";
            if (!before.equals(now)) {
                Files.createDirectories(rejected);
                Files.writeString(rejected.resolve(file), now);
            }
            assertThat(now)
                    .as("%s; the new text is in %s", expected, rejected.resolve(file))
                    .isEqualTo(before);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
