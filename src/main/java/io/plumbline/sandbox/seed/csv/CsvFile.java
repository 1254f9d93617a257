package io.plumbline.sandbox.seed.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedRow;
import io.plumbline.sandbox.seed.load.SeedRow.Place;
import io.plumbline.sandbox.seed.load.SeedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads one {@code <Object>.csv}: the first line names the fields, every further record is a row.
 *
 * <p>RFC 4180 with quotes and line breaks inside them (E1); a byte-order mark of UTF-8, UTF-16 or UTF-32 decides the
 * encoding and is no part of the first name (E4); without one the file is UTF-8.
 */
public final class CsvFile {

    private static final String ENDING = ".csv";

    private CsvFile() {}

    /** Whether the file's name says that this class reads it. */
    public static boolean isCsv(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** The rows of the file; a file that cannot be read is a problem, never an exception. */
    public static SeedRows read(Path file) {
        String name = file.getFileName().toString();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(Files.newInputStream(file))) {
            return new Sheet(name, name.substring(0, name.length() - ENDING.length())).read(csv.iterator());
        } catch (IOException | UncheckedIOException unreadable) {
            return SeedRows.nothing(SeedProblem.file(name, "cannot be read", String.valueOf(unreadable.getMessage())));
        }
    }

    private static String message(CsvParseException broken) {
        Throwable cause = broken.getCause();
        return broken.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    /** One file while it is read. */
    private static final class Sheet {

        private final String file;
        private final String object;
        private final List<SeedRow> rows = new ArrayList<>();
        private final List<SeedProblem> problems = new ArrayList<>();

        Sheet(String file, String object) {
            this.file = file;
            this.object = object;
        }

        SeedRows read(Iterator<CsvRecord> records) {
            try {
                return all(records);
            } catch (CsvParseException broken) {
                problems.add(SeedProblem.file(file, "is no CSV, from some record on", message(broken)));
                return new SeedRows(rows, problems);
            }
        }

        private SeedRows all(Iterator<CsvRecord> records) {
            if (!records.hasNext()) {
                return SeedRows.nothing(SeedProblem.file(file, "is empty", "the first line must name the fields"));
            }
            List<String> header =
                    records.next().getFields().stream().map(String::strip).toList();
            if (header.size() == 1 && header.getFirst().matches(".*[;\t|].*")) {
                return SeedRows.nothing(
                        SeedProblem.file(file, "is not separated by commas", "save it with commas between the fields"));
            }
            List<String> columns = usable(header);
            records.forEachRemaining(each -> row(columns, each));
            if (rows.isEmpty() && problems.isEmpty()) {
                problems.add(SeedProblem.note(file, 0, "has a header and no rows", ""));
            }
            return new SeedRows(rows, problems);
        }

        /** The header with an empty text where a column cannot be used. */
        private List<String> usable(List<String> header) {
            Set<String> seen = new HashSet<>();
            List<String> columns = new ArrayList<>();
            for (int at = 0; at < header.size(); at++) {
                String column = header.get(at);
                if (column.isEmpty()) {
                    problems.add(SeedProblem.column(file, 0, "a column without a name", "column " + (at + 1)));
                } else if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                    problems.add(SeedProblem.column(file, 0, "a column that stands twice; the first is used", column));
                    column = "";
                }
                columns.add(column);
            }
            return columns;
        }

        private void row(List<String> columns, CsvRecord csv) {
            Place place = new Place(file, csv.getStartingLineNumber());
            if (csv.getFieldCount() != columns.size()) {
                problems.add(SeedProblem.row(
                        place,
                        "has not as many fields as the header",
                        csv.getFieldCount() + " instead of " + columns.size()));
                return;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int at = 0; at < columns.size(); at++) {
                if (!columns.get(at).isEmpty()) {
                    values.put(columns.get(at), csv.getField(at));
                }
            }
            if (csv.getFields().stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
                problems.add(SeedProblem.value(
                        place, "holds characters that could not be read; save the file as UTF-8", ""));
            }
            rows.add(SeedRow.of(object, place, values));
        }
    }
}
