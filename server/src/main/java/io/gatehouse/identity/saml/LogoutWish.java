package io.gatehouse.identity.saml;

import java.time.Instant;
import java.util.Set;

/**
 * A provider's wish that sessions end.
 *
 * @param id of its message, which counts once
 * @param goodUntil after which the message would be refused anyway
 * @param subject whose sessions
 * @param sessions the provider's names of its sessions; empty for all of the subject
 */
public record LogoutWish(String id, Instant goodUntil, String subject, Set<String> sessions) {

    /** Takes a copy. */
    public LogoutWish {
        sessions = Set.copyOf(sessions);
    }

    /** Whether the session is one of those that shall end. */
    public boolean includes(SamlProof.Subject opened) {
        return opened.name().equals(subject)
                && (sessions.isEmpty() || opened.session() != null && sessions.contains(opened.session()));
    }

    /** What a provider's message is worth. */
    public sealed interface Verdict {

        /** The provider wishes that, now. */
        record Verified(LogoutWish wish) implements Verdict {}

        /**
         * It wishes nothing that could be believed.
         *
         * @param detail for the administrator who set the provider up
         */
        record Refused(Refusal reason, String detail) implements Verdict {}
    }
}
