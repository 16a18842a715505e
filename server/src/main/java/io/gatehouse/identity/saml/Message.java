package io.gatehouse.identity.saml;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What all messages to a provider begin with. */
final class Message {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 20;

    private Message() {}

    /** An element of the protocol with an id of its own, for that address, issued by us. */
    static Element begin(String name, URI destination, ServiceProvider self, Instant now) {
        Document document = Xml.empty();
        Element message = document.createElementNS(Names.PROTOCOL, "samlp:" + name);
        document.appendChild(message);
        message.setAttribute("ID", nextId());
        message.setAttribute("Version", Names.VERSION);
        message.setAttribute("IssueInstant", now.truncatedTo(ChronoUnit.SECONDS).toString());
        message.setAttribute("Destination", destination.toString());
        append(message, Names.ASSERTION, "saml:Issuer").setTextContent(self.entityId());
        return message;
    }

    static Element append(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static String nextId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        // Not every random value may begin an XML name.
        return "_" + HexFormat.of().formatHex(random);
    }
}
