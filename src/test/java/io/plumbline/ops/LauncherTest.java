package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The launcher as a shell starts it, with a small program in place of ours: what it keeps for later starts is never seen. */
class LauncherTest {

    private static final String OURS = StandInProgram.class.getName().replace('.', '/') + ".class";
    private static final Ran USUAL = new Ran(2, "Given: explain, An Account\n", "Aside.\n");

    private static final Path MEMORY = Path.of("/proc/meminfo");

    @TempDir
    static Path place;

    private static Path jar;
    private static Path launcher;
    private static Path kept;
    private static Path file;
    private static byte[] whole;

    private final Map<String, String> environment = variables();

    /** What a start came to. */
    private record Ran(int exitCode, String out, String err) {}

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "The launcher is a script of the shell.");
        assumeTrue(Runtime.version().feature() >= 25, "Java keeps nothing between starts before 25.");
        jar = Files.createDirectories(place.resolve("plumbline/lib")).resolve("plumbline.jar");
        Files.createDirectories(jar.resolveSibling("libraries"));
        writeJar();
        launcher = Files.createDirectories(place.resolve("plumbline/bin")).resolve("plumbline");
        Files.copy(Path.of("src/main/dist/bin/plumbline"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        kept = place.resolve("home/.cache/plumbline");
        start(variables(), "warm-up");
        try (Stream<Path> made = Files.list(kept)) {
            file = made.findFirst().orElseThrow();
        }
        whole = Files.readAllBytes(file);
    }

    @BeforeEach
    void keepOnlyThis() throws IOException {
        FileSystemUtils.deleteRecursively(kept);
        Files.createDirectories(kept);
        Files.write(file, whole);
    }

    @Test
    @DisplayName("what is kept is used by the next start, which prints what it did before")
    void keepsAndUses() throws Exception {
        assertThat(classIsKept()).isTrue();
        FileSystemUtils.deleteRecursively(kept);
        assertThat(classIsKept()).isFalse();

        assertThat(start("warm-up")).isEqualTo(new Ran(0, "Kept for later starts: " + file + "\n", ""));

        assertThat(names()).singleElement().asString().matches("plumbline-.*\\.aot");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(classIsKept()).isTrue();
    }

    @Test
    @DisplayName("a sync has it made beside its own work; a short command and a start that is forbidden to do not")
    void isMadeBesideASync() throws Exception {
        assumeTrue(hasRoom(), "Less than 2.5 GB of memory are free, so none is made beside a sync.");
        FileSystemUtils.deleteRecursively(kept);
        start("explain", "An Account");
        environment.put("PLUMBLINE_START_CACHE", "off");
        start("sync");
        assertThat(start("warm-up").out()).as("the program's own").isEmpty();
        assertThat(kept).doesNotExist();
        environment.remove("PLUMBLINE_START_CACHE");
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://somewhere/of-somebody");

        assertThat(start("sync")).isEqualTo(new Ran(1, "Given: sync\n", "Aside.\n"));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(names()).singleElement().asString().endsWith(".aot"));
        assertThat(Files.readAllLines(jar.resolveSibling("variables.txt")))
                .as("it plays a run, which must not be one on somebody's org or database")
                .noneMatch(name -> name.matches("(SPRING|PLUMBLINE)_.*"));
        assertThat(classIsKept()).isTrue();
    }

    @Test
    @DisplayName("a machine that is short of memory keeps it for the sync")
    void isNotMadeBesideASyncWhereMemoryIsShort() throws Exception {
        assumeTrue(Files.exists(MEMORY), "This machine does not tell how much memory is free.");
        FileSystemUtils.deleteRecursively(kept);
        String script = Files.readString(launcher);
        assertThat(script).contains("enough=2500000\n");
        Files.writeString(launcher, script.replace("enough=2500000\n", "enough=999999999999\n"));
        try {
            assertThat(start("sync").exitCode()).isEqualTo(1);
        } finally {
            Files.writeString(launcher, script);
        }
        assertThat(kept).doesNotExist();
    }

    private static boolean hasRoom() throws IOException {
        return !Files.exists(MEMORY)
                || Files.readAllLines(MEMORY).stream()
                        .filter(line -> line.startsWith("MemAvailable:"))
                        .allMatch(line -> Long.parseLong(line.replaceAll("\\D", "")) >= 2_500_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "noise", "half", "noise amid it", "another folder"})
    @DisplayName("a file that is broken changes nothing but the time")
    void outlivesABrokenFile(String what) throws Exception {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Files.delete(file);
        switch (what) {
            case "empty" -> Files.createFile(file);
            case "noise" -> Files.write(file, noise);
            case "half" -> Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            case "noise amid it" -> {
                byte[] spoilt = whole.clone();
                System.arraycopy(noise, 0, spoilt, whole.length / 2, noise.length);
                Files.write(file, spoilt);
            }
            default -> Files.createDirectory(file);
        }

        assertThat(start("explain", "An Account")).isEqualTo(USUAL);
        assertThat(classIsKept()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC",
                "-XX:+UseZGC",
                "-XX:-UseCompressedOops",
                "-Xshare:off",
                "-XX:AOTMode=off",
                "-Xmx2g -Xlog:disable"
            })
    @DisplayName("whatever options of Java are given, it starts, and prints what it does without")
    void startsUnderOtherOptions(String options) throws Exception {
        environment.put("PLUMBLINE_JAVA_OPTS", options);

        assertThat(start("explain", "An Account")).isEqualTo(USUAL);
    }

    @Test
    @DisplayName("where nothing can be written it starts as ever, and says so only to who asked for it")
    void startsWithoutAFolder() throws Exception {
        Path noFolder = Files.createFile(place.resolve("file"));
        environment.put("PLUMBLINE_START_CACHE", noFolder.resolve("below").toString());

        assertThat(start("sync")).isEqualTo(new Ran(1, "Given: sync\n", "Aside.\n"));
        assertThat(start("warm-up").exitCode()).isEqualTo(3);
        assertThat(start("warm-up").err()).contains(noFolder.toString()).hasLineCount(1);

        environment.remove("PLUMBLINE_START_CACHE");
        environment.remove("HOME");
        assertThat(start("explain", "An Account")).isEqualTo(USUAL);
    }

    @Test
    @DisplayName("a program that is newer than what was kept goes without it, and the next sync keeps it anew")
    void followsTheProgram() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Path ofAnEarlierJava = Files.createFile(kept.resolve("plumbline-1.aot"));
        Files.setLastModifiedTime(ofAnEarlierJava, FileTime.from(Instant.parse("2025-06-01T00:00:00Z")));
        assertThat(classIsKept()).isFalse();

        assertThat(start("warm-up").exitCode()).isZero();

        assertThat(names()).containsExactly(file.getFileName().toString());
        assertThat(classIsKept()).isTrue();
    }

    @Test
    @DisplayName("while one makes it no other does, and one that was killed keeps others from it for a day at most")
    void isMadeByOneAtATime() throws Exception {
        Path making = kept.resolve(
                file.getFileName().toString().replace("plumbline-", "making-").replace(".aot", ""));
        Files.delete(file);
        Files.createDirectory(making);
        Files.createFile(making.resolve("kept"));

        assertThat(start("warm-up").exitCode()).isEqualTo(3);
        assertThat(file).doesNotExist();

        Files.setLastModifiedTime(making, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(start("warm-up").exitCode()).isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(making).doesNotExist();
    }

    /** Whether Java takes our class from what was kept, by its own word. */
    private boolean classIsKept() throws Exception {
        Path loaded = place.resolve("loaded.txt");
        environment.put("PLUMBLINE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
        try {
            assertThat(start("explain", "An Account")).isEqualTo(USUAL);
        } finally {
            environment.remove("PLUMBLINE_JAVA_OPTS");
        }
        String name = StandInProgram.class.getName();
        String line = Files.readAllLines(loaded).stream()
                .filter(each -> each.contains(name + " "))
                .findFirst()
                .orElseThrow();
        return line.contains("shared objects file");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    private Ran start(String... words) throws IOException, InterruptedException {
        return start(environment, words);
    }

    private static Ran start(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path out = place.resolve("out.txt");
        Path err = place.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(words))
                        .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ran(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", place.resolve("home").toString(),
                "PATH", System.getenv("PATH")));
    }

    private static void writeJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInProgram.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                var bytes = StandInProgram.class.getResourceAsStream("/" + OURS)) {
            entries.putNextEntry(new JarEntry(OURS));
            bytes.transferTo(entries);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    }
}
