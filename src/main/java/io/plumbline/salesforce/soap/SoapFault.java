package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.call.ApiFault;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a refusal of a whole call from the bytes: WSC loses the message, breaks on codes newer than itself and looks
 * for certain words where the code would do (traps A3, F5). Its code is {@code exceptionCode} of the detail, else the
 * local part of {@code faultcode}; some recordings have the latter with a prefix and some without.
 */
final class SoapFault {

    private SoapFault() {}

    /** The fault in this answer; empty when it holds none or is not XML. */
    static Optional<ApiFault> read(byte[] body) {
        String faultCode = "";
        String faultString = "";
        String exceptionCode = "";
        String exceptionMessage = "";
        boolean fault = false;
        try {
            XMLStreamReader in = Xml.open(body);
            while (in.hasNext()) {
                if (Xml.next(in) == XMLStreamConstants.START_ELEMENT) {
                    switch (in.getLocalName()) {
                        case "Fault" -> fault = true;
                        case "faultcode" -> faultCode = Xml.text(in);
                        case "faultstring" -> faultString = Xml.text(in);
                        case "exceptionCode" -> exceptionCode = Xml.text(in);
                        case "exceptionMessage" -> exceptionMessage = Xml.text(in);
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            // A fault that is cut off after its code is a fault still.
        }
        if (!fault || faultCode.isBlank() && exceptionCode.isBlank()) {
            return Optional.empty();
        }
        String code = exceptionCode.isBlank() ? faultCode.substring(faultCode.indexOf(':') + 1) : exceptionCode;
        return Optional.of(new ApiFault(code.strip(), exceptionMessage.isBlank() ? faultString : exceptionMessage));
    }
}
