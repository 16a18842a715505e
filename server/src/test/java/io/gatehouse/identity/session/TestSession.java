package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/** A session as the security chain makes it, without a browser. */
public final class TestSession {

    private TestSession() {}

    /** Opened just now with a password. */
    public static SignedIn of(PersonId person) {
        Instant now = Instant.now();
        return new SignedIn(person, UUID.randomUUID(), Proven.here(Factor.PASSWORD), now, now);
    }
}
