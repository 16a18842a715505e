package io.gatehouse.identity.providers;

import io.gatehouse.kernel.OrganizationScope;
import java.util.UUID;

/** Knows which provider an organization's people cannot do without. */
public interface RequiresProviders {

    /** Whether the organization lets people in through that provider alone; in the caller's open transaction. */
    boolean requires(OrganizationScope scope, UUID provider);
}
