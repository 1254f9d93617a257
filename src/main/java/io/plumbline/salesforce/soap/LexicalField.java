package io.plumbline.salesforce.soap;

import com.sforce.ws.bind.TypeMapper;
import com.sforce.ws.bind.XmlObject;
import com.sforce.ws.parser.XmlOutputStream;
import com.sforce.ws.wsdl.Constants;
import io.plumbline.crm.FieldValue;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.namespace.QName;

/**
 * A field whose text on the wire is ours to the letter: WSC would shift dates by the JVM's time zone and round
 * numbers to doubles (traps H1, H6).
 */
final class LexicalField extends XmlObject {

    private final String type;
    private final String text;

    private LexicalField(String type, String text) {
        this.type = type;
        this.text = text;
    }

    static LexicalField of(FieldValue.Decimal value) {
        return new LexicalField("double", value.number().toPlainString());
    }

    static LexicalField of(FieldValue.Flag value) {
        return new LexicalField("boolean", Boolean.toString(value.set()));
    }

    static LexicalField of(FieldValue.Day value) {
        return new LexicalField("date", value.date().toString());
    }

    static LexicalField of(FieldValue.Moment value) {
        return new LexicalField(
                "dateTime", DateTimeFormatter.ISO_INSTANT.format(value.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    static LexicalField of(String text) {
        return new LexicalField("string", text);
    }

    @Override
    public void write(QName element, XmlOutputStream out, TypeMapper types) throws IOException {
        out.writeStartTag(element.getNamespaceURI(), element.getLocalPart());
        out.writeAttribute(Constants.SCHEMA_INSTANCE_NS, "type", "xsd:" + type);
        out.writeText(text);
        out.writeEndTag(element.getNamespaceURI(), element.getLocalPart());
    }
}
