package io.plumbline.sandbox.seed.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** First and last names by culture, from {@code names.csv}; combined at random, so nobody is meant. */
final class PersonNames {

    /** A person's name. */
    record PersonName(String first, String last) {

        String full() {
            return first + " " + last;
        }

        String mailbox() {
            return Company.ascii(first + "." + last).replaceAll("[^a-z.]", "");
        }
    }

    private record Pool(List<String> first, List<String> last) {}

    private final Map<String, Pool> pools = new LinkedHashMap<>();

    PersonNames() {
        CsvReader.builder().ofNamedCsvRecord(Prose.Resource.text("names.csv")).stream()
                .forEach(row -> pools.put(
                        row.getField("culture"),
                        new Pool(
                                List.of(row.getField("first").split(" ")),
                                List.of(row.getField("last").split(" ")))));
    }

    List<String> cultures() {
        return List.copyOf(pools.keySet());
    }

    PersonName name(String culture, Random random) {
        Pool pool = Objects.requireNonNull(pools.get(culture), culture);
        return new PersonName(
                pool.first().get(random.nextInt(pool.first().size())),
                pool.last().get(random.nextInt(pool.last().size())));
    }
}
