package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person of the current session, as Spring Security's chain knows them. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient PersonId person;
    private final transient UUID session;
    private final transient Set<Factor> factors;
    private final transient Instant began;
    private final transient Instant lastUsed;

    SignedIn(PersonId person, UUID session, Set<Factor> factors, Instant began, Instant lastUsed) {
        super(List.of());
        this.person = person;
        this.session = session;
        this.factors = factors;
        this.began = began;
        this.lastUsed = lastUsed;
        setAuthenticated(true);
    }

    /** Who is signed in. */
    public PersonId person() {
        return person;
    }

    /** The session's name, which opens nothing. */
    public UUID session() {
        return session;
    }

    /** What the person proved in this session. */
    public Set<Factor> factors() {
        return factors;
    }

    /** Whether more than a password was proven. */
    public boolean hasSecondFactor() {
        return factors.stream().anyMatch(Factor::isSecond);
    }

    /** When the session began. */
    public Instant began() {
        return began;
    }

    /** When the person last worked in an organization before now, to the minute. */
    public Instant lastUsed() {
        return lastUsed;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public PersonId getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.toString();
    }
}
