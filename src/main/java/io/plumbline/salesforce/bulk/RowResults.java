package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.NotUtf8Exception;
import io.plumbline.salesforce.call.RowProblem;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads one of the three files that an ingest job leaves behind. The order of their lines means nothing (trap D8). */
final class RowResults {

    /** More than the longest record that Salesforce has (trap D10). */
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

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
        return read(answer.body(), key);
    }

    static List<Line> read(InputStream body, FieldName key) {
        List<Line> found = new ArrayList<>();
        CsvLines lines = new CsvLines(body, LONGEST_LINE);
        try {
            List<String> header = lines.next() ? cells(lines) : List.of();
            if (new HashSet<>(header).size() < header.size()) {
                throw notTheCsv();
            }
            ResultCells cells = new ResultCells(header, key);
            while (lines.next()) {
                if (lines.count() != header.size()) {
                    throw notTheCsv();
                }
                found.add(cells.line(lines));
            }
        } catch (CsvLines.NotCsvException e) {
            throw notTheCsv();
        } catch (NotUtf8Exception e) {
            throw JobFailures.notWhole("The results of a bulk job are not UTF-8 text.");
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        } catch (IOException impossible) {
            throw new IllegalStateException("The body tells failures as NoAnswerException", impossible);
        }
        return found;
    }

    private static CallFailedException notTheCsv() {
        return JobFailures.notWhole("The results of a bulk job are not the CSV that they should be.");
    }

    private static List<String> cells(CsvLines line) {
        return IntStream.range(0, line.count()).mapToObj(line::text).toList();
    }

    /** Where in a line stands what is wanted of it; what was sent comes back, too, and is not made a text again. */
    private static final class ResultCells {

        private final FieldName keyName;
        private final int key;
        private final int id;
        private final int created;
        private final int error;

        ResultCells(List<String> header, FieldName keyName) {
            this.keyName = keyName;
            this.key = header.indexOf(keyName.value());
            this.id = header.indexOf("sf__Id");
            this.created = header.indexOf("sf__Created");
            this.error = header.indexOf("sf__Error");
        }

        Line line(CsvLines line) {
            if (key < 0) {
                throw JobFailures.notWhole("The results of a bulk job have no column " + keyName + ".");
            }
            return new Line(
                    line.text(key), text(line, id), text(line, created).equalsIgnoreCase("true"), text(line, error));
        }

        private static String text(CsvLines line, int cell) {
            return cell < 0 ? "" : line.text(cell);
        }
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
