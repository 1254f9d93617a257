package io.plumbline.sandbox.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The CSV of an ingest job, taken apart.
 *
 * @param headerLine the first line exactly as it was uploaded
 * @param columns the names in it
 * @param rows the cells of the other lines
 */
record Upload(String headerLine, List<String> columns, List<List<String>> rows) {

    private static final char QUOTE = '"';

    Upload {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads what was uploaded.
     *
     * @throws JobFailedException when the whole job must fail
     */
    static Upload read(String text, CsvShape shape) throws JobFailedException {
        int headerEnd = lineEnd(text);
        checkLineEnding(text, headerEnd, shape);
        String header = text.substring(0, headerEnd).replaceAll("\r$", "");
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(shape.separator())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            List<List<String>> lines = new ArrayList<>();
            csv.forEach(line -> lines.add(line.getFields()));
            if (lines.isEmpty()) {
                throw new JobFailedException("InvalidBatch : Unable to find a header row");
            }
            return new Upload(header, lines.get(0), lines.subList(1, lines.size()));
        } catch (CsvParseException | java.io.IOException malformed) {
            throw new JobFailedException("ClientInputError : CSV parse error: "
                    + String.valueOf(malformed.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    private static void checkLineEnding(String text, int headerEnd, CsvShape shape) throws JobFailedException {
        if (headerEnd == text.length()) {
            return;
        }
        boolean windows = headerEnd > 0 && text.charAt(headerEnd - 1) == '\r';
        if (windows != shape.lineEnding().equals("CRLF")) {
            throw new JobFailedException(
                    "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
                            + shape.lineEnding());
        }
    }

    // A line feed inside quotes ends no line.
    private static int lineEnd(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == QUOTE) {
                quoted = !quoted;
            } else if (text.charAt(i) == '\n' && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
