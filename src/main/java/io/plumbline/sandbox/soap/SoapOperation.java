package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Call;
import java.util.function.Function;

/**
 * One operation of the Partner API.
 *
 * @param name as in the WSDL
 * @param writes whether it changes records
 * @param detail what the journal says of a request
 * @param body writes the contents of the response element
 */
record SoapOperation(String name, boolean writes, Function<XmlElement, String> detail, Body body) {

    /** Carries the operation out. */
    @FunctionalInterface
    interface Body {
        void answer(Call call, SoapRequest request, XmlWriter out);
    }

    static SoapOperation reading(String name, Function<XmlElement, String> detail, Body body) {
        return new SoapOperation(name, false, detail, body);
    }

    static SoapOperation writing(String name, Function<XmlElement, String> detail, Body body) {
        return new SoapOperation(name, true, detail, body);
    }
}
