package io.gatehouse.identity.scim;

import io.gatehouse.identity.federation.ProvisionedClaims;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The directory's groups as a claim of the provider whose rules apply to them. */
@Component
final class GroupClaims implements ProvisionedClaims {

    private final ProvisioningStore provisioning;
    private final UserStore users;
    private final GroupStore groups;

    GroupClaims(ProvisioningStore provisioning, UserStore users, GroupStore groups) {
        this.provisioning = provisioning;
        this.users = users;
        this.groups = groups;
    }

    @Override
    public boolean speaksFor(OrganizationScope scope, PersonId person) {
        return users.find(scope, person).isPresent();
    }

    @Override
    public Map<String, List<String>> over(
            IdentityProvider provider, PersonId person, Map<String, List<String>> claims) {
        OrganizationScope scope = OrganizationScope.system(provider.organization());
        return provisioning
                .find(scope)
                .filter(connection -> connection.provider().equals(provider.id()) && speaksFor(scope, person))
                .map(connection -> {
                    Map<String, List<String>> all = new HashMap<>(claims);
                    all.put(connection.groupsClaim(), groups.namesOf(scope, person));
                    return all;
                })
                .orElse(claims);
    }
}
