package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person of the current session, as Spring Security's chain knows them. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient PersonId person;

    SignedIn(PersonId person) {
        super(List.of());
        this.person = person;
        setAuthenticated(true);
    }

    /** Who is signed in. */
    public PersonId person() {
        return person;
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
