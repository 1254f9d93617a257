package io.plumbline.ops.user;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes a password from the terminal, unseen and twice, or as one line of standard input. Never from an argument, which
 * everybody on the machine can read and the shell remembers.
 */
final class PasswordPrompt {

    private final CommandSpec spec;

    PasswordPrompt(CommandSpec spec) {
        this.spec = spec;
    }

    /** @throws ParameterException when the two differ, or there is none */
    String read() {
        Console terminal = System.console();
        if (terminal == null) {
            return line();
        }
        char[] once = Objects.requireNonNullElse(terminal.readPassword("Password: "), new char[0]);
        char[] again = Objects.requireNonNullElse(terminal.readPassword("Once more: "), new char[0]);
        if (!Arrays.equals(once, again)) {
            throw new ParameterException(spec.commandLine(), "The two passwords differ; nothing was changed.");
        }
        return new String(once);
    }

    private String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "No password came by standard input: type it at a terminal, or give it as one line.");
            }
            return line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
