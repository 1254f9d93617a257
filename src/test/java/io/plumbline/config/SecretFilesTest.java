package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFilesTest {

    @TempDir
    Path folder;

    static List<String> secrets() {
        return SecretFiles.SECRETS;
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aFileMayHoldWhatTheVariableWould(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("any"), "sesame\n");

        assertThat(SecretFiles.read(Map.of(secret + "_FILE", file.toString())).variables())
                .containsEntry(secret, "sesame");
    }

    /** As systemd puts them there by LoadCredential. */
    @ParameterizedTest
    @MethodSource("secrets")
    void aCredentialOfSystemdIsFoundByItsName(String secret) throws IOException {
        Files.writeString(folder.resolve(secret), "sesame");

        assertThat(SecretFiles.read(Map.of("CREDENTIALS_DIRECTORY", folder.toString()))
                        .variables())
                .containsEntry(secret, "sesame");
    }

    @Test
    void everyProblemIsToldAndNoSecret() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path given = Files.writeString(folder.resolve("given"), "sesame");
        SecretFiles.Read read = SecretFiles.read(Map.of(
                "PLUMBLINE_CLIENT_SECRET", "open sesame",
                "PLUMBLINE_CLIENT_SECRET_FILE", given.toString(),
                "PLUMBLINE_PROXY_PASSWORD_FILE", empty.toString(),
                "SPRING_DATASOURCE_PASSWORD_FILE", folder.resolve("missing").toString(),
                "PLUMBLINE_SCRAPE_TOKEN_FILE",
                        Files.writeString(folder.resolve("long"), "x".repeat(9000))
                                .toString()));

        assertThat(read.problems())
                .hasSize(4)
                .anyMatch(problem -> problem.startsWith("PLUMBLINE_CLIENT_SECRET is set, and so is the file"))
                .anyMatch(problem -> problem.endsWith("is empty."))
                .anyMatch(problem -> problem.contains("cannot be read (NoSuchFileException)"))
                .anyMatch(problem -> problem.contains("longer than any secret"));
        assertThat(read.toString()).doesNotContain("sesame");
    }

    @Test
    void withoutFilesNothingChanges() {
        Map<String, String> variables = Map.of("PLUMBLINE_CLIENT_SECRET", "sesame", "HOME", "/root");

        assertThat(SecretFiles.read(variables).variables()).isEqualTo(variables);
    }
}
