package io.plumbline.salesforce.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.RowProblem;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one of the three files that an ingest job leaves behind. The order of their lines means nothing (trap D8). */
final class RowResults {

    private static final Pattern ERROR = Pattern.compile("(?s)([A-Za-z0-9_]+):(.*):([^:]*?)\\s*--\\s*");
    private static final Pattern BARE = Pattern.compile("(?s)([A-Z0-9_]+)(?::(.*))?");

    private RowResults() {}

    /**
     * One line.
     *
     * @param key the cell that tells which record it was
     * @param id {@code sf__Id}, empty where there is none
     * @param created {@code sf__Created}
     * @param error {@code sf__Error}, empty where there is none
     */
    record Line(String key, String id, boolean created, String error) {}

    /** @throws io.plumbline.salesforce.call.CallFailedException when the file does not come whole */
    static List<Line> read(OpenAnswer answer, FieldName key) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(answer.body(), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                lines.add(line(line, key));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoAnswerException none) {
                throw CallFailures.noAnswer(none);
            }
            throw JobFailures.notWhole("The results of a bulk job are not UTF-8 text.");
        } catch (CsvParseException e) {
            throw JobFailures.notWhole("The results of a bulk job are not the CSV that they should be.");
        } catch (IOException impossible) {
            throw new IllegalStateException("Closing a body tells nothing", impossible);
        }
        return lines;
    }

    private static Line line(NamedCsvRecord line, FieldName key) {
        return new Line(
                cell(line, key.value())
                        .orElseThrow(
                                () -> JobFailures.notWhole("The results of a bulk job have no column " + key + ".")),
                cell(line, "sf__Id").orElse(""),
                cell(line, "sf__Created").filter("true"::equalsIgnoreCase).isPresent(),
                cell(line, "sf__Error").orElse(""));
    }

    private static Optional<String> cell(NamedCsvRecord line, String column) {
        return line.findField(column);
    }

    /** {@code CODE:message:Field1,Field2 --}, as the org writes it; the message may hold anything. */
    static List<RowProblem> problems(String error) {
        Matcher whole = ERROR.matcher(error);
        if (whole.matches()) {
            List<String> fields = Arrays.stream(whole.group(3).split(","))
                    .map(String::strip)
                    .filter(field -> !field.isEmpty())
                    .toList();
            return List.of(new RowProblem(whole.group(1), whole.group(2), fields));
        }
        Matcher bare = BARE.matcher(error);
        if (bare.matches()) {
            return List.of(new RowProblem(
                    bare.group(1), Optional.ofNullable(bare.group(2)).orElse(""), List.of()));
        }
        return error.isBlank() ? List.of() : List.of(new RowProblem("UNKNOWN_EXCEPTION", error, List.of()));
    }
}
