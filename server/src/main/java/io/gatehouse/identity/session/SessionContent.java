package io.gatehouse.identity.session;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** What a session holds, under which names. */
final class SessionContent {

    static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    static final String ID = "id";
    static final String FACTORS = "factors";
    static final String THROUGH = "through";
    static final String PROVIDER = "provider";
    static final String ASKED = "asked";
    static final String LOGOUT_HINT = "logout-hint";
    static final String USED = "used";

    /** When the person signed in, in milliseconds: a session that takes another one's place is no younger. */
    static final String BEGAN = "began";

    /** Stands before the person's id in a session that waits for their second factor. */
    static final String WAITING = "waiting ";

    private SessionContent() {}

    static Optional<SignedIn> signedIn(HttpSession session) {
        return signedIn(session::getAttribute, began(session));
    }

    static Optional<SignedIn> signedIn(Session session) {
        return signedIn(session::getAttribute, began(session));
    }

    static Instant began(HttpSession session) {
        return began(session::getAttribute, session.getCreationTime());
    }

    static Instant began(Session session) {
        return began(session::getAttribute, session.getCreationTime().toEpochMilli());
    }

    private static Instant began(Function<String, @Nullable Object> attribute, long created) {
        return Instant.ofEpochMilli(attribute.apply(BEGAN) instanceof Long millis ? millis : created);
    }

    static Instant used(HttpSession session) {
        return session.getAttribute(USED) instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.EPOCH;
    }

    private static String names(Set<Factor> factors) {
        return factors.stream().sorted().map(Factor::name).collect(Collectors.joining(","));
    }

    private static Optional<SignedIn> signedIn(Function<String, @Nullable Object> attribute, Instant began) {
        if (attribute.apply(PERSON) instanceof String person
                && !person.startsWith(WAITING)
                && attribute.apply(ID) instanceof String id
                && attribute.apply(FACTORS) instanceof String factors
                && attribute.apply(USED) instanceof Long used) {
            return Optional.of(new SignedIn(
                    PersonId.of(person),
                    UUID.fromString(id),
                    proven(attribute, factors),
                    began,
                    Instant.ofEpochMilli(used)));
        }
        return Optional.empty();
    }

    static void write(HttpSession session, Proven proven) {
        OrganizationId through = proven.through();
        Instant asked = proven.askedAt();
        session.setAttribute(FACTORS, names(proven.factors()));
        session.setAttribute(THROUGH, through == null ? null : through.toString());
        UUID provider = proven.provider();
        session.setAttribute(PROVIDER, provider == null ? null : provider.toString());
        session.setAttribute(ASKED, asked == null ? null : asked.toEpochMilli());
        session.setAttribute(LOGOUT_HINT, proven.logoutHint());
    }

    /** What was proven in a session that may still wait for the second factor. */
    static Optional<Proven> proven(HttpSession session) {
        return proven(session::getAttribute);
    }

    /** The same of any session. */
    static Optional<Proven> proven(Session session) {
        return proven(session::getAttribute);
    }

    private static Optional<Proven> proven(Function<String, @Nullable Object> attribute) {
        return attribute.apply(FACTORS) instanceof String factors
                ? Optional.of(proven(attribute, factors))
                : Optional.empty();
    }

    private static Proven proven(Function<String, @Nullable Object> attribute, String factors) {
        return new Proven(
                factors(factors),
                attribute.apply(THROUGH) instanceof String through ? OrganizationId.of(through) : null,
                attribute.apply(PROVIDER) instanceof String provider ? UUID.fromString(provider) : null,
                attribute.apply(ASKED) instanceof Long asked ? Instant.ofEpochMilli(asked) : null,
                attribute.apply(LOGOUT_HINT) instanceof String hint ? hint : null);
    }

    private static Set<Factor> factors(String names) {
        return Arrays.stream(names.split(",")).map(Factor::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
