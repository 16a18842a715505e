package io.gatehouse.identity.saml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a checked assertion says about its subject. */
final class AssertionReader {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_VALUES = 5_000;

    private AssertionReader() {}

    static SamlProof read(Element assertion, Instant latestNow) {
        List<Element> statements = Xml.children(assertion, Names.ASSERTION, "AuthnStatement");
        if (statements.isEmpty()) {
            throw new RefusedMessage(Refusal.NO_SUBJECT, "The assertion does not say that somebody signed in");
        }
        Element statement = statements.getFirst();
        return new SamlProof(
                subject(
                        Xml.required(assertion, Names.ASSERTION, "Subject"),
                        Xml.attribute(statement, "SessionIndex").orElse(null)),
                authenticatedAt(statement, latestNow),
                contexts(statements),
                attributes(assertion));
    }

    private static SamlProof.Subject subject(Element subject, @Nullable String session) {
        Element name = Xml.child(subject, Names.ASSERTION, "NameID")
                .orElseThrow(() -> new RefusedMessage(Refusal.NO_SUBJECT, "The subject has no NameID"));
        String text = Xml.text(name);
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new RefusedMessage(Refusal.NO_SUBJECT, "The NameID has no text, or more than " + LONGEST_NAME);
        }
        return new SamlProof.Subject(
                text,
                Xml.attribute(name, "Format").orElse(NameFormat.UNSPECIFIED.uri()),
                Xml.attribute(name, "NameQualifier").orElse(null),
                session);
    }

    private static Instant authenticatedAt(Element statement, Instant latestNow) {
        Instant at = Xml.time(statement, "AuthnInstant")
                .orElseThrow(() -> new RefusedMessage(Refusal.NO_SUBJECT, "The assertion says not when"));
        if (at.isAfter(latestNow)) {
            throw new RefusedMessage(Refusal.TOO_EARLY, "They sign in only at " + at);
        }
        return at;
    }

    private static Set<String> contexts(List<Element> statements) {
        Set<String> contexts = new LinkedHashSet<>();
        for (Element statement : statements) {
            Xml.child(statement, Names.ASSERTION, "AuthnContext")
                    .flatMap(context -> Xml.child(context, Names.ASSERTION, "AuthnContextClassRef"))
                    .map(Xml::text)
                    .ifPresent(contexts::add);
        }
        return contexts;
    }

    private static Map<String, List<String>> attributes(Element assertion) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        int values = 0;
        for (Element statement : Xml.children(assertion, Names.ASSERTION, "AttributeStatement")) {
            for (Element attribute : Xml.children(statement, Names.ASSERTION, "Attribute")) {
                List<String> found = values(attribute);
                values += found.size();
                attributes
                        .computeIfAbsent(Xml.attribute(attribute, "Name").orElse(""), name -> new ArrayList<>())
                        .addAll(found);
            }
        }
        if (values > MOST_VALUES) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The assertion has more than " + MOST_VALUES + " values");
        }
        attributes.replaceAll((name, found) -> List.copyOf(found));
        return attributes;
    }

    /** A value that is a structure of the provider's own says nothing to us. */
    private static List<String> values(Element attribute) {
        return Xml.children(attribute, Names.ASSERTION, "AttributeValue").stream()
                .filter(value -> Xml.children(value).isEmpty())
                .map(Xml::text)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
