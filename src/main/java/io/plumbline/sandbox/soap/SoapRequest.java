package io.plumbline.sandbox.soap;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An envelope taken apart.
 *
 * @param headers the entries of its header
 * @param operation the first element of its body
 */
record SoapRequest(List<XmlElement> headers, XmlElement operation) {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Set<String> KNOWN_HEADERS = Set.of(
            "SessionHeader",
            "CallOptions",
            "QueryOptions",
            "AllOrNoneHeader",
            "AllowFieldTruncationHeader",
            "AssignmentRuleHeader",
            "ConditionalRequestHeader",
            "DebuggingHeader",
            "DisableFeedTrackingHeader",
            "DuplicateRuleHeader",
            "EmailHeader",
            "LimitInfoHeader",
            "LocaleOptions",
            "MruHeader",
            "OwnerChangeOptions",
            "PackageVersionHeader",
            "StreamingEnabledHeader",
            "UserTerritoryDeleteHeader");

    static SoapRequest of(XmlElement root) {
        if (!root.name().equals("Envelope") || !root.namespace().equals(ENVELOPE)) {
            throw new MalformedXmlException("unexpected root element: " + root.name());
        }
        XmlElement body = root.child("Body").orElseThrow(() -> new MalformedXmlException("the envelope has no Body"));
        if (body.children().isEmpty()) {
            throw new MalformedXmlException("the Body is empty");
        }
        List<XmlElement> headers =
                root.child("Header").map(XmlElement::children).orElse(List.of());
        return new SoapRequest(headers, body.children().get(0));
    }

    String sessionId() {
        return header("SessionHeader", "sessionId").strip();
    }

    boolean allOrNone() {
        return List.of("true", "1")
                .contains(header("AllOrNoneHeader", "allOrNone").strip());
    }

    /** The batch size asked for; empty when none is, or it is no number. */
    OptionalInt batchSize() {
        String text = header("QueryOptions", "batchSize").strip();
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The headers that must be understood and are not. */
    List<String> notUnderstood() {
        return headers.stream()
                .filter(header ->
                        List.of("1", "true").contains(header.attributes().getOrDefault("mustUnderstand", "")))
                .filter(header -> !KNOWN_HEADERS.contains(header.name()))
                .map(header -> "{" + header.namespace() + "}" + header.name())
                .toList();
    }

    private String header(String name, String part) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .map(header -> header.textOf(part))
                .orElse("");
    }

    /** The text form keeps the session id out. */
    @Override
    public String toString() {
        return "SoapRequest[" + operation.name() + "]";
    }
}
