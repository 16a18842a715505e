package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.Interpretation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a provider out. Nobody was signed in.
 *
 * @param version of the set-up that was tried
 * @param subject the provider's name of the person; empty when it sent nothing that can be believed
 * @param word what the claims mean here; null without claims
 * @param secondFactor whether the provider said that it asked for more than a password, in a way that counts
 * @param methods by which it says that it asked
 */
record TestOutcome(
        Instant at,
        int version,
        boolean passed,
        List<Finding> findings,
        String subject,
        Map<String, List<String>> claims,
        @Nullable Interpretation word,
        boolean secondFactor,
        List<String> methods) {}
