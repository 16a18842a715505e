package io.gatehouse.identity.providers;

import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for an organization's people beside Gatehouse itself.
 *
 * @param name as people see it on the sign-in page
 * @param settings the kind's own, without secrets
 * @param hasSecret whether a secret is kept; nobody can read it again
 * @param secretExpiresOn as whoever entered it says; null when nobody said
 * @param secondFactorMethods by which the provider says that it asked for more than a password; empty: its word never
 *     counts for that
 * @param version counts changes of what decides on a sign-in
 * @param testedAt when somebody last came through in a test
 * @param testedVersion the version that they tested
 */
public record IdentityProvider(
        OrganizationId organization,
        UUID id,
        Kind kind,
        Preset preset,
        String name,
        State state,
        Map<String, String> settings,
        boolean hasSecret,
        @Nullable LocalDate secretExpiresOn,
        ClaimNames claimNames,
        List<String> secondFactorMethods,
        int version,
        Instant changedAt,
        @Nullable Instant testedAt,
        @Nullable Integer testedVersion) {

    /** Whether people sign in through it. */
    public enum State {
        /** Only for tests; nobody is signed in, and what was mapped counts for nothing. */
        DRAFT,
        ENABLED
    }

    /** A setting of the kind's own; empty when it is not set. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Whether people sign in through it. */
    public boolean enabled() {
        return state == State.ENABLED;
    }
}
