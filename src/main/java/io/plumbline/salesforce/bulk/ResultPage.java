package io.plumbline.salesforce.bulk;

import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.bulk.RowReader.UnreadableRowException;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.NotUtf8Exception;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One page of a result while it arrives: CSV, UTF-8 whatever the machine's charset is (trap E8). */
final class ResultPage implements AutoCloseable {

    /** More than the longest record that Salesforce has (trap D10). */
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    private final OpenAnswer answer;
    private final RowReader rows;

    ResultPage(OpenAnswer answer, RowReader rows) {
        this.answer = answer;
        this.rows = rows;
    }

    /**
     * Gives every record in turn.
     *
     * @return how many there were
     * @throws CallFailedException when the page does not arrive whole or is not what was asked for
     */
    long read(Consumer<CrmRecord> taker) {
        CsvLines lines = new CsvLines(answer.body(), LONGEST_LINE);
        long count = 0;
        for (CrmRecord record = next(lines); record != null; record = next(lines)) {
            count++;
            taker.accept(record);
        }
        return count;
    }

    /** The next record, null after the last. Apart from the taker, so that what a taker throws is not mistaken for a broken page. */
    private @Nullable CrmRecord next(CsvLines lines) {
        try {
            while (lines.next()) {
                CrmRecord record = rows.read(lines);
                if (record != null) {
                    return record;
                }
            }
            return null;
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        } catch (CsvLines.NotCsvException e) {
            throw JobFailures.notWhole(
                    "A page of a bulk result is not the CSV that it should be: " + e.getMessage() + ".");
        } catch (NotUtf8Exception e) {
            throw JobFailures.notWhole("A page of a bulk result is not UTF-8 text.");
        } catch (UnreadableRowException e) {
            throw JobFailures.failure(new SalesforceFailure.UnexpectedAnswer(
                    String.valueOf(e.getMessage()), "Tell whoever maintains Plumbline; nothing of this page counts."));
        } catch (IOException impossible) {
            throw new IllegalStateException("The body tells failures as NoAnswerException", impossible);
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
