package io.plumbline.salesforce.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.bulk.RowHandler.UnreadableRowException;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One page of a result while it arrives: CSV by FastCSV, UTF-8 whatever the machine's charset is (trap E8). */
final class ResultPage implements AutoCloseable {

    /** More than the longest field that Salesforce has; FastCSV stops at this many characters of one cell (trap D10). */
    private static final int LONGEST_CELL = 4_000_000;

    private final OpenAnswer answer;
    private final RowHandler handler;

    ResultPage(OpenAnswer answer, RowHandler handler) {
        this.answer = answer;
        this.handler = handler;
    }

    /**
     * Gives every record in turn.
     *
     * @return how many there were
     * @throws CallFailedException when the page does not arrive whole or is not what was asked for
     */
    long read(Consumer<CrmRecord> taker) {
        long rows = 0;
        try (CsvReader<Optional<CrmRecord>> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(handler, answer.body(), StandardCharsets.UTF_8)) {
            Iterator<Optional<CrmRecord>> lines = csv.iterator();
            while (hasNext(lines)) {
                Optional<CrmRecord> record = lines.next();
                if (record.isPresent()) {
                    rows++;
                    taker.accept(record.get());
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Closing a body tells nothing", impossible);
        }
        return rows;
    }

    /** FastCSV reads ahead here, so that what a taker throws is not mistaken for a broken page. */
    private static boolean hasNext(Iterator<Optional<CrmRecord>> lines) {
        try {
            return lines.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoAnswerException none) {
                throw CallFailures.noAnswer(none);
            }
            throw JobFailures.notWhole("A page of a bulk result is not UTF-8 text.");
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnreadableRowException unreadable) {
                throw JobFailures.failure(new SalesforceFailure.UnexpectedAnswer(
                        String.valueOf(unreadable.getMessage()),
                        "Tell whoever maintains Plumbline; nothing of this page counts."));
            }
            throw JobFailures.notWhole("A page of a bulk result is not the CSV that it should be.");
        }
    }

    /** What the org says this page holds (trap D9). */
    OptionalLong promised() {
        return answer.header("Sforce-NumberOfRecords")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** Where the next page is. The end is told by the word {@code null}, an empty header or none (trap D1). */
    Optional<String> next() {
        return answer.header("Sforce-Locator")
                .map(String::strip)
                .filter(locator -> !locator.isEmpty() && !locator.equalsIgnoreCase("null"));
    }

    @Override
    public void close() {
        answer.close();
    }
}
