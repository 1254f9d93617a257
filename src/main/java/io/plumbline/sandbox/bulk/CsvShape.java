package io.plumbline.sandbox.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.plumbline.sandbox.gate.RefusedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How the CSV of a job is written.
 *
 * @param delimiter name of the column delimiter, such as COMMA
 * @param lineEnding LF or CRLF
 */
record CsvShape(String delimiter, String lineEnding) {

    private static final Map<String, Character> DELIMITERS =
            Map.of("COMMA", ',', "TAB", '\t', "PIPE", '|', "SEMICOLON", ';', "CARET", '^', "BACKQUOTE", '`');

    static CsvShape of(JsonNode request) {
        String type = request.path("contentType").asString("CSV");
        CsvShape shape = new CsvShape(
                request.path("columnDelimiter").asString("COMMA"),
                request.path("lineEnding").asString("LF"));
        if (!type.equals("CSV")) {
            throw new RefusedException("INVALIDJOB", "Unsupported content type: " + type);
        }
        if (!DELIMITERS.containsKey(shape.delimiter)) {
            throw new RefusedException("INVALIDJOB", "Unsupported column delimiter: " + shape.delimiter);
        }
        if (!List.of("LF", "CRLF").contains(shape.lineEnding)) {
            throw new RefusedException("INVALIDJOB", "Unsupported line ending: " + shape.lineEnding);
        }
        return shape;
    }

    char separator() {
        return DELIMITERS.getOrDefault(delimiter, ',');
    }

    String newLine() {
        return lineEnding.equals("CRLF") ? "\r\n" : "\n";
    }

    /** Lines with every cell in quotes, as the real service writes them. */
    String write(List<List<String>> lines) {
        return write(lines.stream());
    }

    /** As {@link #write(List)}; each line is written before the next one is made. */
    String write(Stream<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator())
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(lineEnding.equals("CRLF") ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(text)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }
}
