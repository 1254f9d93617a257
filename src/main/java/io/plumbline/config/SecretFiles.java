package io.plumbline.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets that stand in files instead of the environment, where every child process and many a crash report shows them: a
 * variable of the same name with {@code _FILE} behind it names the file (containers), or a file of the variable's own name
 * lies in the folder that systemd names (LoadCredential).
 */
public final class SecretFiles {

    /** The variables that may be given so. */
    public static final List<String> SECRETS = List.of(
            Environment.CLIENT_SECRET,
            Environment.PROXY_PASSWORD,
            Environment.DATABASE_PASSWORD,
            ConsoleSettings.OIDC_CLIENT_SECRET,
            ConsoleSettings.SCRAPE_TOKEN);

    private static final String OF_SYSTEMD = "CREDENTIALS_DIRECTORY";
    private static final int LONGEST = 8192;

    private SecretFiles() {}

    /**
     * What was read.
     *
     * @param variables those that were given, with what stands in files among them
     * @param problems a sentence for every file that cannot be read and every secret that is given twice
     */
    public record Read(Map<String, String> variables, List<String> problems) {

        public Read {
            variables = Map.copyOf(variables);
            problems = List.copyOf(problems);
        }

        /** Without the variables, some of which are secrets. */
        @Override
        public String toString() {
            return "Read[problems=" + problems + "]";
        }
    }

    /** Reads the files that the variables name, as of {@link System#getenv()}. */
    public static Read read(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        List<String> problems = new ArrayList<>();
        for (String secret : SECRETS) {
            file(variables, secret, problems).ifPresent(file -> {
                if (!variables.getOrDefault(secret, "").isBlank()) {
                    problems.add(secret + " is set, and so is the file " + file + ": keep one of them.");
                } else {
                    read(file, secret, problems).ifPresent(text -> all.put(secret, text));
                }
            });
        }
        return new Read(all, problems);
    }

    private static Optional<Path> file(Map<String, String> variables, String secret, List<String> problems) {
        String named = variables.getOrDefault(secret + "_FILE", "").strip();
        String folder = variables.getOrDefault(OF_SYSTEMD, "").strip();
        try {
            if (!named.isEmpty()) {
                return Optional.of(Path.of(named));
            }
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(folder, secret)).filter(Files::exists);
        } catch (InvalidPathException unreadable) {
            problems.add(secret + "_FILE is not a path: " + unreadable.getReason() + ".");
            return Optional.empty();
        }
    }

    /** Without the line's end that editors leave. */
    private static Optional<String> read(Path file, String secret, List<String> problems) {
        try {
            if (Files.size(file) > LONGEST) {
                problems.add(
                        "The file " + file + " for " + secret + " is longer than any secret: is it the right one?");
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                problems.add("The file " + file + " for " + secret + " is empty.");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (IOException unreadable) {
            problems.add("The file " + file + " for " + secret + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + "): whoever runs Plumbline lets its user read it.");
            return Optional.empty();
        }
    }
}
