package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.call.RowProblem;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The results of an update or upsert, in the order of the records sent, read from the bytes: one status code that
 * WSC's enumeration lacks would cost it all results after that row, committed ones included (trap F5).
 */
final class WriteResults {

    /** @param id as sent by the server, empty when nil, which it is for a failed update, too */
    record Result(String id, boolean success, boolean created, List<RowProblem> problems) {
        Result {
            problems = List.copyOf(problems);
        }
    }

    private WriteResults() {}

    /** Told of the calls that all programs made today, and of how many they may make. */
    @FunctionalInterface
    interface Meter {
        void told(long used, long limit);
    }

    /** The results that arrived whole; fewer than were sent when the answer was cut or is something else. */
    static List<Result> read(byte[] body, Meter meter) {
        List<Result> results = new ArrayList<>();
        try {
            XMLStreamReader in = Xml.open(body);
            while (in.hasNext()) {
                if (Xml.next(in) == XMLStreamConstants.START_ELEMENT) {
                    switch (in.getLocalName()) {
                        case "result" -> results.add(result(in));
                        case "limitInfo" -> tell(meter, in);
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            // What was read so far is known; the caller sees that the rest is missing.
        }
        return results;
    }

    private static void tell(Meter meter, XMLStreamReader in) throws XMLStreamException {
        String used = "";
        String limit = "";
        String type = "";
        while (Xml.next(in) != XMLStreamConstants.END_ELEMENT) {
            if (in.isStartElement()) {
                switch (in.getLocalName()) {
                    case "current" -> used = Xml.text(in).strip();
                    case "limit" -> limit = Xml.text(in).strip();
                    case "type" -> type = Xml.text(in).strip();
                    default -> Xml.text(in);
                }
            }
        }
        if (type.equals("API REQUESTS") && isCount(used) && isCount(limit)) {
            meter.told(Long.parseLong(used), Long.parseLong(limit));
        }
    }

    private static boolean isCount(String text) {
        return text.matches("\\d{1,12}");
    }

    private static Result result(XMLStreamReader in) throws XMLStreamException {
        String id = "";
        boolean success = false;
        boolean created = false;
        List<RowProblem> problems = new ArrayList<>();
        while (Xml.next(in) != XMLStreamConstants.END_ELEMENT) {
            if (in.isStartElement()) {
                switch (in.getLocalName()) {
                    case "id" -> id = Xml.text(in).strip();
                    case "success" -> success = isTrue(Xml.text(in));
                    case "created" -> created = isTrue(Xml.text(in));
                    case "errors" -> problems.add(problem(in));
                    default -> Xml.text(in);
                }
            }
        }
        return new Result(id, success, created, problems);
    }

    private static RowProblem problem(XMLStreamReader in) throws XMLStreamException {
        String code = "";
        String message = "";
        List<String> fields = new ArrayList<>();
        while (Xml.next(in) != XMLStreamConstants.END_ELEMENT) {
            if (in.isStartElement()) {
                switch (in.getLocalName()) {
                    case "statusCode" -> code = Xml.text(in).strip();
                    case "message" -> message = Xml.text(in);
                    case "fields" -> fields.add(Xml.text(in).strip());
                    default -> Xml.text(in);
                }
            }
        }
        return new RowProblem(code, message, fields);
    }

    private static boolean isTrue(String text) {
        String word = text.strip();
        return word.equals("true") || word.equals("1");
    }
}
