package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;

/** The organization itself, for other modules. */
public interface Organizations {

    /** The scope's organization. */
    Organization of(OrganizationScope scope);
}
