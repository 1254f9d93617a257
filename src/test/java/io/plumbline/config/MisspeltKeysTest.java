package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.YamlProblem;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An option that is silently ignored because its name is not quite right. Every key of every file, those that the shipped
 * files hold and those that only the JSON Schemas know, is misspelt by one letter in four ways: one dropped, two swapped,
 * one doubled, one another. New keys come in by themselves.
 */
@Trap("I5")
class MisspeltKeysTest {

    /** Where a key is a name or a number of the administrator's own, so that no file can know that it is not quite right. */
    private static final Map<String, String> FREE = Map.of(
            "mapping: .*/values/[^/]+", "a value of the org's own picklist",
            "mapping: sources/planSections/(required|optional)/[^/]+", "an item field may have any name",
            "assessment: roles/mapping/[^/]+", "a label of the org's own team roles",
            "assessment: opportunities/commitment/(pushed|idle)/[^/]+", "a number of pushes or of days",
            "assessment: health/dimensions/[^/]+", "a dimension may have any name");

    /** What the schema allows to every measure, and the loader only to those that have a use for it; it says so. */
    private static final Map<String, String> NOT_EVERYWHERE = Map.of(
            "assessment: .*/measures/(?!momentum.wallet|satisfaction.csat|satisfaction.nps)[^/]+/maxAgeDays(/.)?",
                    "the age of a fact, where there is one",
            "assessment: .*/measures/(executive.sponsor|rhythm.next_meeting)/curve(/.)?",
                    "those two score by three numbers");

    /** Where a name is the administrator's own and used elsewhere: there it is missed, and both names are told. */
    private static final Map<String, String> USED_ELSEWHERE =
            Map.of("assessment: roles/weights/[^/]+", "what roles.mapping says a label stands for");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"connector, 25", "mapping, 900", "assessment, 330", "tasks, 75"})
    void refusesEachKeyMisspeltByOneLetterAndNamesTheRightOne(String name, int atLeast) throws IOException {
        List<KeyPlace> places = KeyPlace.all(name).stream()
                .filter(place -> !matches(FREE, name, place))
                .filter(place -> !matches(NOT_EVERYWHERE, name, place))
                .toList();
        assertThat(places).hasSizeGreaterThanOrEqualTo(atLeast);
        Files.writeString(folder.resolve("assessment.yaml"), KeyPlace.misspell("assessment", Map.of()));
        List<String> unhelpful = new ArrayList<>();

        for (int way = 0; way < KeyPlace.WAYS; way++) {
            for (Map<KeyPlace, String> together : byDepth(places, way)) {
                List<String> problems = problems(name, together);
                for (Map.Entry<KeyPlace, String> each : together.entrySet()) {
                    // What is checked only when all keys are known is told once this one alone is wrong.
                    if (!helps(problems, name, each) && !helps(problems(name, Map.ofEntries(each)), name, each)) {
                        unhelpful.add(each.getKey().where() + " as " + each.getValue() + ": "
                                + problems(name, Map.ofEntries(each)));
                    }
                }
            }
        }

        assertThat(unhelpful).isEmpty();
    }

    /** Keys of one depth do not hide each other: the loader lists all problems at once. */
    private static Collection<Map<KeyPlace, String>> byDepth(List<KeyPlace> places, int way) {
        Map<Integer, Map<KeyPlace, String>> together = new TreeMap<>();
        for (KeyPlace place : places) {
            place.misspelt(way)
                    .ifPresent(misspelt -> together.computeIfAbsent(place.path().size(), depth -> new LinkedHashMap<>())
                            .put(place, misspelt));
        }
        return together.values();
    }

    private static boolean helps(List<String> problems, String name, Map.Entry<KeyPlace, String> misspelling) {
        String right = misspelling.getKey().key();
        String wrong = misspelling.getValue();
        if (matches(USED_ELSEWHERE, name, misspelling.getKey())) {
            return problems.stream()
                    .anyMatch(problem ->
                            problem.contains("'" + right + "'") && problem.contains("did you mean '" + wrong + "'?"));
        }
        String where = misspelling.getKey().path().stream()
                .reduce("", (path, step) -> step.matches("\\d+") ? path : path + (path.isEmpty() ? "" : ".") + step);
        return problems.stream()
                .filter(problem -> problem.replaceAll("\\[\\d+]", "")
                        .startsWith("'" + where + (where.isEmpty() ? "" : ".") + wrong + "'"))
                .anyMatch(problem -> problem.contains("did you mean '" + right + "'?")
                        // Nothing is near to a single letter.
                        || right.length() == 1 && problem.matches(".*; known are (.*, )?" + right + "(,.*)?"));
    }

    private List<String> problems(String name, Map<KeyPlace, String> misspellings) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), KeyPlace.misspell(name, misspellings));
        try {
            Configuration.load(Optional.of(folder));
            return List.of();
        } catch (ConfigurationException refused) {
            return refused.problems().stream().map(YamlProblem::what).toList();
        }
    }

    private static boolean matches(Map<String, String> patterns, String name, KeyPlace place) {
        return patterns.keySet().stream().anyMatch((name + ": " + place.where())::matches);
    }
}
