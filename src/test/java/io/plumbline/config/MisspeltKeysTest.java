package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An option that is silently ignored because its name is not quite right. */
@Trap("I5")
class MisspeltKeysTest {

    private static final Path SHIPPED = Path.of("connector-config");
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9_'$])([a-zA-Z][A-Za-z0-9_]*):(?=\\s|$)");

    /** Texts in quotes, and tables of values of the org, which no file can check. */
    private static final Pattern NO_KEYS = Pattern.compile("(?<=field: \\w{1,80}, values: \\{)[^}]*|'[^']*'");

    @TempDir
    Path folder;

    @Test
    void refusesEachKeyOfTheConnectorMisspeltByOneLetter() throws IOException {
        assertThat(misspellEach("connector.yaml")).isGreaterThanOrEqualTo(13);
    }

    @Test
    void refusesEachKeyOfTheMappingMisspeltByOneLetter() throws IOException {
        assertThat(misspellEach("mapping.yaml")).isGreaterThan(200);
    }

    @Test
    void refusesEachKeyOfTheTasksMisspeltByOneLetter() throws IOException {
        assertThat(misspellEach("tasks.yaml")).isGreaterThan(70);
    }

    private int misspellEach(String file) throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED.resolve(file));
        int keys = 0;
        boolean itemFields = false;
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).replaceFirst("(^|\\s)#.*", "");
            itemFields = code.isBlank()
                    ? itemFields
                    : code.matches("  planSections:.*") || itemFields && code.startsWith("    ");
            Matcher hidden = NO_KEYS.matcher(code);
            Matcher key = KEY.matcher(
                    hidden.replaceAll(table -> "-".repeat(table.group().length())));
            while (key.find()) {
                keys++;
                List<String> changed = new ArrayList<>(lines);
                String misspelt = misspell(key.group(1));
                changed.set(i, code.substring(0, key.start(1)) + misspelt + code.substring(key.end(1)));
                refuses(file, changed, i + 1, misspelt, itemFields ? "" : "'" + key.group(1) + "'");
            }
        }
        return keys;
    }

    private void refuses(String file, List<String> changed, int line, String misspelt, String rightName)
            throws IOException {
        Files.write(folder.resolve(file), changed);

        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.load(Optional.of(folder)));

        assertThat(refused).as("%s in line %d of %s", misspelt, line, file).isNotNull();
        // An item field may have any name: there it is the policy that misses the right one.
        assertThat(refused.problems())
                .as("%s in line %d of %s", misspelt, line, file)
                .anyMatch(problem -> rightName.isEmpty()
                        || problem.line() == line
                                && problem.what().contains(misspelt)
                                && problem.what().contains(rightName));
    }

    /** One letter in the middle becomes another. */
    private static String misspell(String key) {
        int middle = key.length() / 2;
        char other = key.charAt(middle) == 'q' ? 'z' : 'q';
        return key.substring(0, middle) + other + key.substring(middle + 1);
    }
}
