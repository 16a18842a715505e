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
    public Map<PersonId, Map<String, List<String>>> over(
            IdentityProvider provider, Map<PersonId, Map<String, List<String>>> claims) {
        OrganizationScope scope = OrganizationScope.system(provider.organization());
        return provisioning
                .lock(scope)
                .filter(connection -> connection.provider().equals(provider.id()))
                .map(connection -> with(claims, connection.groupsClaim(), groups.namesOf(scope, claims.keySet())))
                .orElse(claims);
    }

    private static Map<PersonId, Map<String, List<String>>> with(
            Map<PersonId, Map<String, List<String>>> claims, String claim, Map<PersonId, List<String>> names) {
        Map<PersonId, Map<String, List<String>>> all = new HashMap<>(claims);
        names.forEach((person, groups) -> {
            Map<String, List<String>> known = new HashMap<>(claims.getOrDefault(person, Map.of()));
            known.put(claim, groups);
            all.put(person, known);
        });
        return all;
    }
}
