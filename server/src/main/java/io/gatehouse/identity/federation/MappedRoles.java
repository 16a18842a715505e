package io.gatehouse.identity.federation;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.MappingRule;
import io.gatehouse.identity.providers.MappingRules;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Lets hold for members what the rules of a provider make of claims. In the caller's open transaction of the installation. */
@Service
public final class MappedRoles {

    private final ExternalIdentityStore identities;
    private final MappedGrantStore grants;
    private final MappingRules rules;
    private final ProvisionedClaims provisioned;
    private final Ledger ledger;
    private final Clock clock;

    MappedRoles(
            ExternalIdentityStore identities,
            MappedGrantStore grants,
            MappingRules rules,
            ProvisionedClaims provisioned,
            Ledger ledger,
            Clock clock) {
        this.identities = identities;
        this.grants = grants;
        this.rules = rules;
        this.provisioned = provisioned;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** By what the provider said at each one's last sign-in and what the directory says now. A few statements for all. */
    public void reconsider(OrganizationScope scope, IdentityProvider provider, Collection<PersonRef> people) {
        if (people.isEmpty()) {
            return;
        }
        Map<PersonId, Map<String, List<String>>> claims = new HashMap<>();
        people.forEach(person -> claims.put(person.id(), Map.of()));
        claims.putAll(identities.claims(provider, claims.keySet()));
        settle(scope, provider, people, claims);
    }

    /** By what the provider says at a sign-in and what the directory says now. */
    void apply(OrganizationScope scope, Proof proof, PersonRef person) {
        settle(scope, proof.provider(), List.of(person), Map.of(person.id(), proof.claims()));
    }

    private void settle(
            OrganizationScope scope,
            IdentityProvider provider,
            Collection<PersonRef> people,
            Map<PersonId, Map<String, List<String>>> claims) {
        List<MappingRule> all = rules.of(provider);
        Map<PersonId, List<MappingRule>> gained = new HashMap<>();
        provisioned
                .over(provider, claims)
                .forEach((person, known) -> gained.put(
                        person, all.stream().filter(rule -> rule.holds(known)).toList()));
        Set<PersonId> changed = grants.replace(provider, gained, clock.instant());
        ledger.append(
                scope,
                people.stream()
                        .distinct()
                        .filter(person -> changed.contains(person.id()))
                        .map(person -> entry(provider, person, gained.getOrDefault(person.id(), List.of())))
                        .toList());
    }

    private static NewEntry entry(IdentityProvider provider, PersonRef person, List<MappingRule> gained) {
        List<String> words = gained.stream().map(MappingRule::words).toList();
        return NewEntry.ofPerson("person.map-roles", person.id(), person.displayName())
                .change(null, Map.of("provider", provider.name(), "rules", words));
    }
}
