package io.plumbline.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.testing.Trap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

    @Test
    void readsValuesOfEachKind() {
        YamlMap root = YamlFile.parse(
                        "a.yaml", "text: no\nflag: true\nnumber: 0.5\nwhole: 3\nlist: [a, 1]\nmap: {x: 1}")
                .root();

        assertThat(root.text("text")).isEqualTo("no");
        assertThat(root.flag("flag")).isTrue();
        assertThat(root.number("number", 0, 1)).isEqualTo(0.5);
        assertThat(root.integer("whole", 0, 3)).isEqualTo(3);
        assertThat(root.texts("list")).containsExactly("a", "1");
        assertThat(root.map("map").integer("x", 0, 9)).isEqualTo(1);
        assertThat(root.has("other")).isFalse();
        root.refuseUnknownKeys();
        root.file().refuseProblems();
    }

    @Test
    void listsEveryProblemWithFileAndLine() {
        List<String> problems = problems("""
                cadence: 30
                colour: red
                inner:
                  days: soon
                  share: 1.5
                  shares: 0.5
                  from: '5'
                """, root -> {
            root.integer("cadense", 0, 9);
            root.oneOf("colour", List.of("green", "blue"));
            YamlMap inner = root.map("inner");
            inner.integer("days", 0, 365);
            inner.number("share", 0, 1);
            inner.number("from", 0, Integer.MAX_VALUE);
            inner.refuseUnknownKeys();
            root.refuseUnknownKeys();
        });

        assertThat(problems)
                .containsExactly(
                        "a.yaml:1: 'cadense' is missing",
                        "a.yaml:1: 'cadence' is unknown; did you mean 'cadense'?",
                        "a.yaml:2: 'colour' is red, but is to be one of green, blue",
                        "a.yaml:4: 'inner.days' is soon, but is to be a whole number from 0 to 365",
                        "a.yaml:5: 'inner.share' is 1.5, but is to be a number from 0 to 1",
                        "a.yaml:6: 'inner.shares' is unknown; did you mean 'share'?",
                        "a.yaml:7: 'inner.from' is the text '5', but is to be a number of at least 0");
    }

    @Test
    void reportsAMissingMapOnceAndNotEachOfItsKeys() {
        assertThat(problems("a: 1", root -> {
                    YamlMap inner = root.map("inner");
                    inner.text("x");
                    inner.map("y").text("z");
                    root.has("a");
                }))
                .containsExactly("a.yaml:1: 'inner' is missing");
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertThat(problems("a: 1\nb: 2\na: 3", root -> {}))
                .containsExactly("a.yaml:3: 'a' is given twice; keep one of them");
    }

    @Test
    void saysWhereTextIsNotYaml() {
        assertThat(problems("a: 1\nb: [2\n", root -> {}))
                .singleElement()
                .asString()
                .startsWith("a.yaml:3: is not well-formed YAML");
        assertThat(problems("", root -> {})).containsExactly("a.yaml:1: is empty");
        assertThat(problems("- a", root -> {})).containsExactly("a.yaml:1: is to be a map of keys and values");
    }

    @Trap("L12")
    @Test
    void refusesAliasesThatExplodeOrHoldThemselves() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        assertThat(problems(bomb.toString(), root -> {}))
                .singleElement()
                .asString()
                .contains("alias");
        assertThat(problems("a: &a [*a]", root -> {}))
                .singleElement()
                .asString()
                .contains("alias");
    }

    @Trap("L12")
    @Test
    void refusesDeepNestingAndOtherTags() {
        assertThat(problems("a: " + "[".repeat(100) + "]".repeat(100), root -> {}))
                .hasSize(1);
        assertThat(problems("a: !!java.net.URL [x]", root -> root.text("a")))
                .singleElement()
                .asString()
                .contains("tag is not allowed");
    }

    @Test
    void refusesAFileThatIsMissingOrNotUtf8(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> YamlFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.yaml:1: cannot be read");
        Path latin = Files.write(folder.resolve("latin.yaml"), "a: ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlFile.read(latin)).hasMessageContaining("is not UTF-8 text");
    }

    private static List<String> problems(String text, Consumer<YamlMap> reading) {
        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> {
            YamlFile file = YamlFile.parse("a.yaml", text);
            reading.accept(file.root());
            file.refuseProblems();
        });
        assertThat(thrown).as("problems of " + text).isNotNull();
        return thrown.problems().stream().map(YamlProblem::toString).toList();
    }
}
