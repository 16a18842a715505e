package io.gatehouse.identity.saml;

import java.time.Instant;
import java.util.List;

/**
 * What an answer has to fit.
 *
 * @param provider who answers
 * @param self whom it answers
 * @param keys of ours that it may be encrypted for, the former one among them while keys change
 * @param requestId what it answers
 */
public record Expectations(
        ProviderMetadata provider, ServiceProvider self, List<ServiceProviderKey> keys, String requestId, Instant now) {

    /** Takes a copy. */
    public Expectations {
        keys = List.copyOf(keys);
    }
}
