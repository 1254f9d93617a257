package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages point at is there: links with their headings, commands with their options, classes, files. */
class DocumentationTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\n.*?^ *```$");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[/ ])plumbline((?: +[^|>&#;`]*)?)$");
    private static final Pattern TEST_CLASS = Pattern.compile("\\b[A-Z]\\w+Test\\b");
    private static final Pattern QUALIFIED_CLASS = Pattern.compile("((?:[a-z]+\\.)+)([A-Z]\\w+)");
    private static final Pattern PATH = Pattern.compile(
            "(?:\\.ci|src|connector-config|salesforce-metadata)/[\\w./-]*\\w|[\\w-]+\\.(?:yaml|java|md|xml|sql)");

    /** What is named and made by a reader, a build or another program. */
    private static final Set<String> NOT_OURS = Set.of("package.xml", "empty.xml");

    private static List<Page> pages;
    private static Set<Path> files;

    /** A page of the documentation. */
    private record Page(Path file, String text) {

        static Page read(Path file) {
            try {
                return new Page(ROOT.relativize(file), Files.readString(file));
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        String prose() {
            return BLOCK.matcher(text).replaceAll("");
        }

        /** Everything that is set as code: what stands between ticks, and the lines of blocks. */
        Stream<String> code() {
            Stream<String> spans = found(CODE, prose()).map(span -> span.group(1));
            Stream<String> fenced =
                    found(BLOCK, text).flatMap(block -> block.group().lines());
            Stream<String> indented = prose().lines().filter(line -> line.matches("( {4}|\\t).*"));
            return Stream.concat(spans, Stream.concat(fenced, indented)).map(String::strip);
        }

        /** As GitHub makes them of headings. */
        Set<String> anchors() {
            Map<String, Integer> seen = new HashMap<>();
            return prose().lines()
                    .filter(line -> line.matches("#{1,6} .*"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .strip()
                            .replace(' ', '-'))
                    .map(anchor ->
                            seen.merge(anchor, 1, Integer::sum) == 1 ? anchor : anchor + "-" + (seen.get(anchor) - 1))
                    .collect(Collectors.toSet());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            files = all.filter(
                            path -> !ROOT.relativize(path).toString().matches("(target|\\.git|.*node_modules)(/.*)?"))
                    .filter(Files::isRegularFile)
                    .collect(Collectors.toSet());
        }
        pages = files.stream()
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> ROOT.relativize(file)
                        .toString()
                        .matches("[^/]+|src/docs/.*|(connector-config|salesforce-metadata)/[^/]+"))
                .sorted()
                .map(Page::read)
                .toList();
        assertThat(pages).hasSizeGreaterThan(50);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeadingOfIt() {
        assertThat(broken(DocumentationTest::brokenLinks)).isEmpty();
    }

    private static Stream<String> brokenLinks(Page page) {
        return found(LINK, CODE.matcher(page.prose()).replaceAll(""))
                .map(link -> link.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .filter(link -> !isThere(page, link));
    }

    private static boolean isThere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? ROOT.resolve(page.file())
                : ROOT.resolve(page.file()).resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1 || Page.read(file).anchors().contains(parts[1]));
    }

    @Test
    void everyCommandAndOptionIsOneOfTheProgram() {
        CommandLine program = PlumblineCommand.line(Map.of());

        assertThat(pages.stream().flatMap(Page::code).flatMap(DocumentationTest::commands))
                .hasSizeGreaterThan(40);
        assertThat(broken(page ->
                        page.code().flatMap(DocumentationTest::commands).filter(command -> !isKnown(program, command))))
                .isEmpty();
    }

    /** The words after {@code plumbline}. */
    private static Stream<String> commands(String code) {
        String line = code.replaceFirst("^\\$ ", "").replaceAll("\\s+[|>&#;].*", "");
        return found(COMMAND, line).map(command -> command.group(1).strip());
    }

    private static boolean isKnown(CommandLine program, String words) {
        CommandLine command = program;
        for (String word : words.isEmpty() ? new String[0] : words.split("\\s+")) {
            if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else if (word.startsWith("--")) {
                if (!command.getCommandSpec().optionsMap().containsKey(word.replaceFirst("=.*", ""))) {
                    return false;
                }
            } else if (!command.getSubcommands().isEmpty() && word.matches("[a-z]+")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyClassThatIsNamedIsThere() {
        Set<String> classes = files.stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(broken(page -> page.code()
                        .flatMap(code -> found(TEST_CLASS, code).map(MatchResult::group))
                        .filter(name -> !classes.contains(name))))
                .isEmpty();
        assertThat(broken(page -> page.code()
                        .filter(code -> QUALIFIED_CLASS.matcher(code).matches())
                        .filter(code -> Files.isDirectory(sources().resolve(code.split("\\.")[0])))
                        .filter(code -> !Files.exists(sources().resolve(code.replace('.', '/') + ".java")))))
                .isEmpty();
    }

    private static Path sources() {
        return ROOT.resolve(Path.of("src", "main", "java", "io", "plumbline"));
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        Set<String> names = files.stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(broken(page -> found(CODE, page.prose())
                        .map(span -> span.group(1))
                        .filter(code -> PATH.matcher(code).matches())
                        .filter(code -> !NOT_OURS.contains(code))
                        .filter(code ->
                                code.contains("/") ? !Files.exists(ROOT.resolve(code)) : !names.contains(code))))
                .isEmpty();
    }

    private static List<String> broken(Function<Page, Stream<String>> question) {
        List<String> broken = new ArrayList<>();
        pages.forEach(page -> question.apply(page).forEach(what -> broken.add(page.file() + ": " + what)));
        return broken;
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
