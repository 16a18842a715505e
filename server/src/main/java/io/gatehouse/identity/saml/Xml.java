package io.gatehouse.identity.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers: bounded, without document types, and only what is unambiguous. */
final class Xml {

    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String DEEPEST = "40";
    private static final String MOST_ATTRIBUTES = "40";

    private Xml() {}

    static Element parse(byte[] xml) {
        if (xml.length > LARGEST_BYTES) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The document is larger than " + LARGEST_BYTES + " bytes");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The document cannot be read: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document empty() {
        try {
            return factory().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK's own parser, whatever else lies on the class path. */
    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The only such child, if there is one; two of them are ambiguous. */
    static Optional<Element> child(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() > 1) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, parent.getLocalName() + " has more than one " + name);
        }
        return found.stream().findFirst();
    }

    static Element required(Element parent, String namespace, String name) {
        return child(parent, namespace, name)
                .orElseThrow(() -> new RefusedMessage(Refusal.AMBIGUOUS, parent.getLocalName() + " lacks its " + name));
    }

    /** The element and all within it. */
    static List<Element> all(Element root) {
        List<Element> all = new ArrayList<>();
        all.add(root);
        children(root).forEach(child -> all.addAll(all(child)));
        return all;
    }

    /** The whole text, over any comment within: a part of a name is another name. */
    static String text(Element element) {
        if (!children(element).isEmpty()) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, element.getLocalName() + " holds elements instead of text");
        }
        return element.getTextContent().strip();
    }

    static Optional<String> attribute(Element element, String name) {
        return element.hasAttributeNS(null, name)
                ? Optional.of(element.getAttributeNS(null, name).strip())
                : Optional.empty();
    }

    static Optional<Instant> time(Element element, String name) {
        return attribute(element, name).map(Xml::time);
    }

    /** The standard demands UTC, and some providers leave the zone out. */
    private static Instant time(String text) {
        try {
            return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> throw new DateTimeException(text);
            };
        } catch (DateTimeException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, "Not a time: " + text);
        }
    }

    /** Without it the parser prints to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
