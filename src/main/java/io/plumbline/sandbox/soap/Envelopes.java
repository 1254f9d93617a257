package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.http.Response;
import java.util.function.Consumer;

/** The envelopes that answers travel in, each telling the use of the API. */
final class Envelopes {

    private static final String[] NAMESPACES = {
        "xmlns:soapenv", "http://schemas.xmlsoap.org/soap/envelope/",
        "xmlns", "urn:partner.soap.sforce.com",
        "xmlns:xsd", "http://www.w3.org/2001/XMLSchema",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:sf", "urn:sobject.partner.soap.sforce.com"
    };

    private final ApiMeter meter;

    Envelopes(ApiMeter meter) {
        this.meter = meter;
    }

    /** The answer to an operation; {@code contents} fill its response element. */
    Response answer(String operation, Consumer<XmlWriter> contents) {
        XmlWriter out = new XmlWriter();
        out.open("soapenv:Envelope", NAMESPACES);
        out.open("soapenv:Header").open("LimitInfoHeader").open("limitInfo");
        out.text("current", Long.toString(meter.used()));
        out.text("limit", Long.toString(meter.limit()));
        out.text("type", "API REQUESTS");
        out.close().close().close();
        out.open("soapenv:Body").open(operation + "Response");
        contents.accept(out);
        out.close().close().close();
        return xml(200, out);
    }

    static Response xml(int status, XmlWriter out) {
        return Response.text(status, "text/xml; charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + out);
    }
}
