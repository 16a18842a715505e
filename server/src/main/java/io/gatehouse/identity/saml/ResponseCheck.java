package io.gatehouse.identity.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Whether what was posted to us proves who somebody is. */
public final class ResponseCheck {

    private static final int LONGEST_PARAMETER = 1024 * 1024;
    private static final int LONGEST_DETAIL = 300;

    private ResponseCheck() {}

    /** Checks the value of the parameter {@code SAMLResponse}. */
    public static Verdict check(String parameter, Expectations expected) {
        try {
            return new Verdict.Verified(proof(Xml.parse(decoded(parameter)), expected));
        } catch (RefusedMessage e) {
            String detail = e.detail();
            return new Verdict.Refused(e.reason(), detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
        }
    }

    private static byte[] decoded(String parameter) {
        if (parameter.length() > LONGEST_PARAMETER) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The answer is longer than " + LONGEST_PARAMETER);
        }
        try {
            return Base64.getMimeDecoder().decode(parameter.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The answer is not in Base64");
        }
    }

    private static SamlProof proof(Element received, Expectations expected) {
        if (!Xml.is(received, Names.PROTOCOL, "Response")) {
            throw new RefusedMessage(Refusal.WRONG_MESSAGE, "The answer is a " + received.getLocalName());
        }
        Structure.check(received);
        checkSuccess(received);
        boolean signed = SignatureCheck.isSigned(received);
        Element response = signed ? signedContent(received, expected) : received;
        checkEnvelope(response, signed, expected);
        return AssertionCheck.proof(assertion(received, response, expected), expected);
    }

    private static Element signedContent(Element element, Expectations expected) {
        return SignatureCheck.signedContent(element, expected.provider().signingCertificates());
    }

    /** Failures are mostly not signed; believing one harms nobody. */
    private static void checkSuccess(Element response) {
        Element status = Xml.required(response, Names.PROTOCOL, "Status");
        List<String> codes = Xml.all(status).stream()
                .filter(element -> Xml.is(element, Names.PROTOCOL, "StatusCode"))
                .map(code -> Xml.attribute(code, "Value").orElse(""))
                .toList();
        if (!codes.equals(List.of(Names.SUCCESS))) {
            String message = Xml.child(status, Names.PROTOCOL, "StatusMessage")
                    .map(Xml::text)
                    .orElse("");
            throw new RefusedMessage(Refusal.NOT_SUCCESSFUL, (String.join(", ", codes) + " " + message).strip());
        }
    }

    private static void checkEnvelope(Element response, boolean signed, Expectations expected) {
        if (!Xml.attribute(response, "Version").equals(Optional.of(Names.VERSION))) {
            throw new RefusedMessage(Refusal.WRONG_MESSAGE, "The answer is not of SAML 2.0");
        }
        if (!Xml.attribute(response, "InResponseTo").equals(Optional.of(expected.requestId()))) {
            throw new RefusedMessage(Refusal.NOT_ASKED_FOR, "The answer is to another request, or to none");
        }
        Optional<String> destination = Xml.attribute(response, "Destination");
        String address = expected.self().assertionConsumer().toString();
        if ((signed || destination.isPresent()) && !destination.equals(Optional.of(address))) {
            throw new RefusedMessage(
                    Refusal.WRONG_DESTINATION,
                    "The answer is for " + destination.orElse("nobody") + ", not " + address);
        }
        Xml.child(response, Names.ASSERTION, "Issuer")
                .ifPresent(issuer -> AssertionCheck.checkIssuer(issuer, expected.provider()));
    }

    /**
     * The one assertion: as it was signed itself, or as it stands in the signed answer.
     *
     * @param received the answer as it came: what it declares may be part of what the assertion's own signature covers
     * @param response the same, or what of it was signed
     */
    private static Element assertion(Element received, Element response, Expectations expected) {
        List<Element> plain = Xml.children(received, Names.ASSERTION, "Assertion");
        List<Element> encrypted = Xml.children(response, Names.ASSERTION, "EncryptedAssertion");
        if (plain.size() + encrypted.size() != 1) {
            throw new RefusedMessage(
                    Refusal.AMBIGUOUS, "The answer has " + (plain.size() + encrypted.size()) + " assertions");
        }
        Element assertion = plain.isEmpty() ? decrypted(encrypted.getFirst(), expected) : plain.getFirst();
        if (SignatureCheck.isSigned(assertion)) {
            return signedContent(assertion, expected);
        }
        if (received.isSameNode(response)) {
            throw new RefusedMessage(Refusal.UNSIGNED, "Neither the answer nor its assertion is signed");
        }
        return plain.isEmpty() ? assertion : Xml.required(response, Names.ASSERTION, "Assertion");
    }

    private static Element decrypted(Element encrypted, Expectations expected) {
        Element assertion = Decryption.decrypt(encrypted, expected.keys());
        if (!Structure.isAssertion(assertion)) {
            throw new RefusedMessage(Refusal.WRONG_MESSAGE, "What was encrypted is no assertion");
        }
        Structure.check(assertion);
        return assertion;
    }
}
