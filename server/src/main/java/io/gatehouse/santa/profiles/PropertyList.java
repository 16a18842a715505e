package io.gatehouse.santa.profiles;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Apple's XML property lists from maps, lists, texts, whole numbers and truth values. */
final class PropertyList {

    private static final String DOCTYPE = "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
            + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    private final XMLStreamWriter xml;

    private PropertyList(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(Map<String, ?> root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeDTD(DOCTYPE);
            xml.writeStartElement("plist");
            xml.writeAttribute("version", "1.0");
            new PropertyList(xml).value(root);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a property list in memory cannot fail to be written", e);
        }
    }

    private void value(Object value) throws XMLStreamException {
        switch (value) {
            case Map<?, ?> map -> dictionary(map);
            case List<?> list -> array(list);
            case Boolean truth -> xml.writeEmptyElement(truth ? "true" : "false");
            case Integer number -> element("integer", number.toString());
            case String text -> element("string", text);
            default -> throw new IllegalArgumentException("a property list cannot hold a " + value.getClass());
        }
    }

    private void dictionary(Map<?, ?> map) throws XMLStreamException {
        xml.writeStartElement("dict");
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            element("key", entry.getKey().toString());
            value(entry.getValue());
        }
        xml.writeEndElement();
    }

    private void array(List<?> list) throws XMLStreamException {
        xml.writeStartElement("array");
        for (Object item : list) {
            value(item);
        }
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
