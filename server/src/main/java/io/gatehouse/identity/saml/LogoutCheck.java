package io.gatehouse.identity.saml;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** Whether a message about the end of a session is the provider's; without its signature none is. */
public final class LogoutCheck {

    private static final int LONGEST_PARAMETER = 64 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_SESSIONS = 100;
    private static final int LONGEST_DETAIL = 300;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private LogoutCheck() {}

    /** A request in an address: its signature is of the query, as it stands. */
    public static LogoutWish.Verdict redirected(
            String query, ProviderMetadata provider, ServiceProvider self, Instant now) {
        return verdict(
                () -> ReceivedQuery.of(query).signedMessage("SAMLRequest", provider.signingCertificates()),
                provider,
                self,
                now);
    }

    /** A request in a form: its signature stands in it. */
    public static LogoutWish.Verdict posted(
            String parameter, ProviderMetadata provider, ServiceProvider self, Instant now) {
        return verdict(() -> signed(parameter, provider), provider, self, now);
    }

    /**
     * Whether the answer to our own request says that the session is over there. It is not looked at whose it is: nothing
     * but a sentence to the person depends on it, and many providers do not sign it.
     */
    public static boolean succeeded(String query) {
        try {
            return isSuccess(ReceivedQuery.of(query).message("SAMLResponse"));
        } catch (RefusedMessage e) {
            return false;
        }
    }

    /** The same of an answer in a form. */
    public static boolean succeededPosted(String parameter) {
        try {
            return isSuccess(Xml.parse(decoded(parameter)));
        } catch (RefusedMessage e) {
            return false;
        }
    }

    private static LogoutWish.Verdict verdict(
            Supplier<Element> message, ProviderMetadata provider, ServiceProvider self, Instant now) {
        try {
            return new LogoutWish.Verdict.Verified(wish(message.get(), provider, self, now));
        } catch (RefusedMessage e) {
            String detail = e.detail();
            return new LogoutWish.Verdict.Refused(
                    e.reason(), detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
        }
    }

    private static Element signed(String parameter, ProviderMetadata provider) {
        Element received = Xml.parse(decoded(parameter));
        Structure.check(received);
        if (!SignatureCheck.isSigned(received)) {
            throw new RefusedMessage(Refusal.UNSIGNED, "The request is not signed");
        }
        return SignatureCheck.signedContent(received, provider.signingCertificates());
    }

    private static byte[] decoded(String parameter) {
        if (parameter.length() > LONGEST_PARAMETER) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The message is longer than " + LONGEST_PARAMETER);
        }
        try {
            return Base64.getMimeDecoder().decode(parameter.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The message is not in Base64");
        }
    }

    private static LogoutWish wish(Element request, ProviderMetadata provider, ServiceProvider self, Instant now) {
        if (!Xml.is(request, Names.PROTOCOL, "LogoutRequest")
                || !Xml.attribute(request, "Version").equals(Optional.of(Names.VERSION))) {
            throw new RefusedMessage(Refusal.WRONG_MESSAGE, "The message is no LogoutRequest of SAML 2.0");
        }
        AssertionCheck.checkIssuer(Xml.required(request, Names.ASSERTION, "Issuer"), provider);
        String destination = Xml.attribute(request, "Destination").orElse("nobody");
        if (!destination.equals(self.singleLogout().toString())) {
            throw new RefusedMessage(
                    Refusal.WRONG_DESTINATION, "The request is for " + destination + ", not " + self.singleLogout());
        }
        return new LogoutWish(id(request), goodUntil(request, now), subject(request), sessions(request));
    }

    private static String id(Element request) {
        return Xml.attribute(request, "ID")
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_NAME)
                .orElseThrow(() -> new RefusedMessage(Refusal.AMBIGUOUS, "The request has no ID, or a very long one"));
    }

    private static Instant goodUntil(Element request, Instant now) {
        Instant issued = Xml.time(request, "IssueInstant")
                .orElseThrow(() -> new RefusedMessage(Refusal.TOO_LATE, "The request says not when it was made"));
        if (issued.isAfter(now.plus(AssertionCheck.SKEW))) {
            throw new RefusedMessage(Refusal.TOO_EARLY, "The request is of " + issued + ", and here it is " + now);
        }
        Instant end = issued.plus(GOOD_FOR);
        Instant said = Xml.time(request, "NotOnOrAfter").orElse(end);
        Instant goodUntil = (said.isBefore(end) ? said : end).plus(AssertionCheck.SKEW);
        if (!now.isBefore(goodUntil)) {
            throw new RefusedMessage(
                    Refusal.TOO_LATE, "The request held until " + goodUntil + ", and here it is " + now);
        }
        return goodUntil;
    }

    private static String subject(Element request) {
        String name = Xml.child(request, Names.ASSERTION, "NameID")
                .map(Xml::text)
                .orElseThrow(() -> new RefusedMessage(Refusal.NO_SUBJECT, "The request has no NameID"));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RefusedMessage(Refusal.NO_SUBJECT, "The NameID has no text, or more than " + LONGEST_NAME);
        }
        return name;
    }

    private static Set<String> sessions(Element request) {
        List<Element> named = Xml.children(request, Names.PROTOCOL, "SessionIndex");
        if (named.size() > MOST_SESSIONS) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The request names more than " + MOST_SESSIONS + " sessions");
        }
        Set<String> sessions = new HashSet<>();
        named.forEach(session -> sessions.add(Xml.text(session)));
        return sessions;
    }

    private static boolean isSuccess(Element answer) {
        return Xml.is(answer, Names.PROTOCOL, "LogoutResponse")
                && Xml.all(answer).stream()
                        .filter(element -> Xml.is(element, Names.PROTOCOL, "StatusCode"))
                        .map(code -> Xml.attribute(code, "Value").orElse(""))
                        .toList()
                        .equals(List.of(Names.SUCCESS));
    }
}
