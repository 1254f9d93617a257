package io.plumbline.sandbox.seed.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** An invented customer, from {@code companies.csv}. */
record Company(String name, String country, String city, String culture, String industry, String currency) {

    static List<Company> readAll() {
        return CsvReader.builder().ofNamedCsvRecord(Prose.Resource.text("companies.csv")).stream()
                .map(row -> new Company(
                        row.getField("name"),
                        row.getField("country"),
                        row.getField("city"),
                        row.getField("culture"),
                        row.getField("industry"),
                        row.getField("currency")))
                .toList();
    }

    /** A host name that can belong to nobody. */
    String domain() {
        return ascii(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".example";
    }

    /** The text in lower case without marks above or below its letters. */
    static String ascii(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
