package io.plumbline.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own, which is spoken to line by line. */
final class OwnJvm implements AutoCloseable {

    /** The one that runs this process. */
    static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private static final int MINUTES_TO_END = 10;

    private final Process process;
    private final BufferedReader said;
    private final Writer told;

    OwnJvm(List<String> options, Class<?> main, String... args) throws IOException {
        this(options, System.getProperty("java.class.path"), main, args);
    }

    OwnJvm(List<String> options, String classPath, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        told = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** What it says next. */
    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("A process ended without a result: see what it wrote above");
        }
        return line;
    }

    /** Says something and waits for the answer. */
    String ask(String what) throws IOException {
        told.write(what + "\n");
        told.flush();
        return line();
    }

    /** Comes back when it has ended, so that what it had open can be opened by the next one: a large H2 takes a while to close. */
    @Override
    public void close() throws IOException {
        told.close();
        try {
            if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "A process was still there " + MINUTES_TO_END + " minutes after its work");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            said.close();
            process.destroy();
        }
    }
}
