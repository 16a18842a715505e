package io.gatehouse.identity.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether an assertion, whose signature holds, is by this provider, for us, for now and for this request. */
final class AssertionCheck {

    /** How far clocks may differ. */
    static final Duration SKEW = Duration.ofMinutes(2);

    /** The first carries its restriction, the second says that nothing is to be kept, the third binds only other providers. */
    private static final Set<String> KNOWN_CONDITIONS = Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    private AssertionCheck() {}

    static SamlProof proof(Element assertion, Expectations expected) {
        if (!Xml.attribute(assertion, "Version").equals(Optional.of(Names.VERSION))) {
            throw new RefusedMessage(Refusal.WRONG_MESSAGE, "The assertion is not of SAML 2.0");
        }
        checkIssuer(Xml.required(assertion, Names.ASSERTION, "Issuer"), expected.provider());
        checkConditions(Xml.required(assertion, Names.ASSERTION, "Conditions"), expected);
        checkConfirmation(assertion, expected);
        return AssertionReader.read(assertion, expected.now().plus(SKEW));
    }

    static void checkIssuer(Element issuer, ProviderMetadata provider) {
        String name = Xml.text(issuer);
        boolean isEntity =
                Xml.attribute(issuer, "Format").orElse(Names.ENTITY_FORMAT).equals(Names.ENTITY_FORMAT);
        if (!isEntity || !name.equals(provider.entityId())) {
            throw new RefusedMessage(Refusal.WRONG_ISSUER, "The issuer is " + name + ", not " + provider.entityId());
        }
    }

    private static void checkConditions(Element conditions, Expectations expected) {
        checkTimes(conditions, expected.now());
        for (Element condition : Xml.children(conditions)) {
            if (!KNOWN_CONDITIONS.contains(condition.getLocalName())
                    || !Names.ASSERTION.equals(condition.getNamespaceURI())) {
                throw new RefusedMessage(Refusal.UNKNOWN_CONDITION, "Unknown condition " + condition.getLocalName());
            }
        }
        List<Element> restrictions = Xml.children(conditions, Names.ASSERTION, "AudienceRestriction");
        if (restrictions.isEmpty()
                || !restrictions.stream().allMatch(restriction -> names(restriction, expected.self()))) {
            throw new RefusedMessage(
                    Refusal.WRONG_AUDIENCE,
                    "The assertion is not for " + expected.self().entityId());
        }
    }

    private static boolean names(Element restriction, ServiceProvider self) {
        return Xml.children(restriction, Names.ASSERTION, "Audience").stream()
                .anyMatch(audience -> Xml.text(audience).equals(self.entityId()));
    }

    private static void checkTimes(Element bounds, Instant now) {
        Xml.time(bounds, "NotBefore")
                .filter(from -> now.plus(SKEW).isBefore(from))
                .ifPresent(from -> {
                    throw new RefusedMessage(
                            Refusal.TOO_EARLY,
                            bounds.getLocalName() + " holds from " + from + ", and here it is " + now);
                });
        Xml.time(bounds, "NotOnOrAfter")
                .filter(end -> !now.minus(SKEW).isBefore(end))
                .ifPresent(end -> {
                    throw new RefusedMessage(
                            Refusal.TOO_LATE, bounds.getLocalName() + " held until " + end + ", and here it is " + now);
                });
    }

    /** Whoever brings the assertion to us in time, in answer to this request, is its subject. */
    private static void checkConfirmation(Element assertion, Expectations expected) {
        Element subject = Xml.required(assertion, Names.ASSERTION, "Subject");
        List<Element> bearers = Xml.children(subject, Names.ASSERTION, "SubjectConfirmation").stream()
                .filter(confirmation -> Xml.attribute(confirmation, "Method").equals(Optional.of(Names.BEARER)))
                .map(confirmation -> Xml.required(confirmation, Names.ASSERTION, "SubjectConfirmationData"))
                .toList();
        if (bearers.isEmpty()) {
            throw new RefusedMessage(Refusal.NO_SUBJECT, "The assertion has no bearer confirmation");
        }
        Element data = bearers.stream()
                .filter(one -> isForUs(one, expected))
                .findFirst()
                .orElseThrow(() -> new RefusedMessage(
                        Refusal.WRONG_DESTINATION,
                        "The assertion is not for " + expected.self().assertionConsumer()));
        if (!Xml.attribute(data, "InResponseTo").equals(Optional.of(expected.requestId()))) {
            throw new RefusedMessage(Refusal.NOT_ASKED_FOR, "The assertion is for another request, or for none");
        }
        if (Xml.time(data, "NotOnOrAfter").isEmpty()) {
            throw new RefusedMessage(Refusal.TOO_LATE, "The confirmation says not until when it holds");
        }
        checkTimes(data, expected.now());
    }

    private static boolean isForUs(Element data, Expectations expected) {
        return Xml.attribute(data, "Recipient")
                .equals(Optional.of(expected.self().assertionConsumer().toString()));
    }
}
