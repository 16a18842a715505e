package io.gatehouse.identity.session;

import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proved when signing in, and to whom.
 *
 * @param through the organization whose identity provider vouches for them; null when Gatehouse itself checked it
 * @param provider that one; null with it
 * @param askedAt when that provider last asked them; null when it does not say, or Gatehouse itself checked it
 * @param logoutHint by which that provider knows its own session, sealed; null when it needs none
 */
public record Proven(
        Set<Factor> factors,
        @Nullable OrganizationId through,
        @Nullable UUID provider,
        @Nullable Instant askedAt,
        @Nullable String logoutHint) {

    /** Takes a copy. */
    public Proven {
        factors = Set.copyOf(factors);
    }

    /** Shown to Gatehouse itself. */
    public static Proven here(Factor... factors) {
        return new Proven(Set.of(factors), null, null, null, null);
    }

    /** With further factors. */
    public Proven with(Set<Factor> more) {
        EnumSet<Factor> all = EnumSet.copyOf(factors);
        all.addAll(more);
        return new Proven(all, through, provider, askedAt, logoutHint);
    }

    /** Whether more than a password, or its like, was proven. */
    public boolean hasSecondFactor() {
        return factors.stream().anyMatch(Factor::isSecond);
    }
}
