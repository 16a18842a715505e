package io.gatehouse.identity.profiles;

import io.gatehouse.identity.PersonRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's place in the organization.
 *
 * @param line the person's manager, theirs, and so on upwards
 * @param source who said so last; null while nobody has
 */
record Profile(
        String department,
        String title,
        String costCenter,
        List<PersonRef> line,
        @Nullable Source source,
        @Nullable Instant changedAt) {

    /** Who says what a profile contains. */
    enum Source {
        /** Somebody who looks after people. */
        MANUAL,
        /** The identity provider at sign-in. */
        CLAIMS,
        /** The identity provider's provisioning. */
        SCIM
    }

    static Profile empty() {
        return new Profile("", "", "", List.of(), null, null);
    }
}
