package io.plumbline.salesforce.soap;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML for reading with everything off that could reach out or blow up (trap L2). */
final class Xml {

    private Xml() {}

    static XMLStreamReader open(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Newer JDKs count the escapes of ordinary text against these; no entity can be declared here anyway.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
    }

    /** The text of the element that the reader stands at; the parts of elements within it are skipped. */
    static String text(XMLStreamReader in) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (next(in)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 1) {
                        text.append(in.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** The next event; a document type declaration is refused, because no answer of the API has one. */
    static int next(XMLStreamReader in) throws XMLStreamException {
        int event = in.next();
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("a document type declaration is not allowed here");
        }
        return event;
    }
}
