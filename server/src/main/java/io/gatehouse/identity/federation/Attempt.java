package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way through a provider.
 *
 * @param provider as it is now, and was when the attempt began
 * @param state by which the provider names the attempt
 * @param tester who tries the provider out; null when somebody wants to sign in
 * @param details what the kind must know again
 */
public record Attempt(
        IdentityProvider provider, String state, @Nullable PersonId tester, String returnTo, String details) {

    boolean isTest() {
        return tester != null;
    }
}
