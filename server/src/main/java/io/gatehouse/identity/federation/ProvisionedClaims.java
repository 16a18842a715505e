package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;

/** What an organization's directory says of its people by provisioning. In the caller's open transaction. */
public interface ProvisionedClaims {

    /** Whether the directory says what there is to know of the person, so that claims of a sign-in do not. */
    boolean speaksFor(OrganizationScope scope, PersonId person);

    /**
     * The claims of people's sign-ins, with the groups replaced by those of the directory where it speaks for a person. Who
     * asks next waits until the transaction ends: else a role that one change takes comes back by another that began earlier.
     */
    Map<PersonId, Map<String, List<String>>> over(
            IdentityProvider provider, Map<PersonId, Map<String, List<String>>> claims);
}
