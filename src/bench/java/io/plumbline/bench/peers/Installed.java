package io.plumbline.bench.peers;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What a process of this program is started from: as the launcher does it, jars alone and, with Java 25 or later, what Java
 * kept of an earlier start ({@code src/main/dist/bin/plumbline}); or as compiled.
 *
 * @param classPath of the process
 * @param options of the JVM
 */
record Installed(String classPath, List<String> options) {

    /** The first Java that keeps classes and what it learned of methods in one file. */
    private static final int KEEPS = 25;

    /** From the class path of this process, without anything kept. */
    static Installed asCompiled() {
        return new Installed(System.getProperty("java.class.path"), List.of());
    }

    /**
     * From jars.
     *
     * @param folder for jars of what is a folder on this process's own class path, and for what Java keeps
     * @throws IllegalStateException when the run that Java learns from failed
     */
    static Installed in(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(
                    Files.isDirectory(path)
                            ? jar(path, folder.resolve(jars.size() + ".jar")).toString()
                            : entry);
        }
        String classPath = String.join(File.pathSeparator, jars);
        if (Runtime.version().feature() < KEEPS) {
            return new Installed(classPath, List.of());
        }
        Path kept = folder.resolve("kept");
        keep(classPath, kept);
        return new Installed(classPath, List.of("-XX:AOTCache=" + kept));
    }

    private static void keep(String classPath, Path kept) throws IOException {
        ProcessBuilder learning = new ProcessBuilder(
                        OwnJvm.JAVA,
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "-Xms64m",
                        "-XX:AOTCacheOutput=" + kept,
                        "-cp",
                        classPath,
                        "io.plumbline.Plumbline",
                        "warm-up")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        learning.environment().clear();
        try {
            if (learning.start().waitFor() != 0 || !Files.exists(kept)) {
                throw new IllegalStateException("Java kept nothing of 'warm-up' in " + kept);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            // Folders as well: what is looked for by folder, such as migrations, is found by these alone.
            for (Path path :
                    files.filter(path -> !path.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(path);
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
