package io.gatehouse.identity.saml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Refuses documents in which an element could be taken for another: what forgers build, and no provider does. */
final class Structure {

    private static final List<String> ID_ATTRIBUTES = List.of("ID", "Id", "id", "xml:id");

    private Structure() {}

    static void check(Element root) {
        Set<String> ids = new HashSet<>();
        for (Element element : Xml.all(root)) {
            checkIds(element, ids);
            checkPlace(element, root);
        }
    }

    private static void checkIds(Element element, Set<String> ids) {
        for (String name : ID_ATTRIBUTES) {
            if (element.hasAttribute(name) && !ids.add(element.getAttribute(name))) {
                throw new RefusedMessage(Refusal.AMBIGUOUS, "Two elements have the same id");
            }
        }
    }

    /** Assertions stand in the message only, signatures in the message or an assertion. */
    private static void checkPlace(Element element, Element root) {
        boolean isTop = element.isSameNode(root);
        boolean inTop = root.isSameNode(element.getParentNode());
        if (isAssertion(element) && !isTop && !inTop) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, "An assertion stands where none belongs");
        }
        boolean isSignature = Xml.is(element, Names.SIGNATURE, "Signature");
        if (isSignature && !inTop && !isAssertion(element.getParentNode())) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, "A signature stands where none belongs");
        }
    }

    static boolean isAssertion(Node node) {
        return node instanceof Element element && Xml.is(element, Names.ASSERTION, "Assertion");
    }
}
