package io.gatehouse.identity.session;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person of the current session, as Spring Security's chain knows them. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient PersonId person;
    private final transient UUID session;
    private final transient Proven proven;
    private final transient Instant began;
    private final transient Instant lastUsed;

    SignedIn(PersonId person, UUID session, Proven proven, Instant began, Instant lastUsed) {
        super(List.of());
        this.person = person;
        this.session = session;
        this.proven = proven;
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
        return proven.factors();
    }

    /** The same, with who vouches for it. */
    public Proven proven() {
        return proven;
    }

    /** Whether more than a password was proven. */
    public boolean hasSecondFactor() {
        return proven.hasSecondFactor();
    }

    /** The organization whose identity provider opened the session; empty when the person signed in to Gatehouse itself. */
    public Optional<OrganizationId> through() {
        return Optional.ofNullable(proven.through());
    }

    /** Whether what belongs to that organization, or to none, may be shown in the session: another's provider opens none of it. */
    public boolean reaches(@Nullable OrganizationId organization) {
        return proven.through() == null || proven.through().equals(organization);
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
