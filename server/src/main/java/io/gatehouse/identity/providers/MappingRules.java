package io.gatehouse.identity.providers;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What claims give. Nobody can let a claim give what they do not hold themselves. */
@Service
public final class MappingRules {

    private final Transactions transactions;
    private final MappingRuleStore store;
    private final Organizations organizations;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    MappingRules(
            Transactions transactions,
            MappingRuleStore store,
            Organizations organizations,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.ledger = ledger;
        this.events = events;
    }

    /** The provider's rules. */
    public List<MappingRule> of(IdentityProvider provider) {
        return of(provider.organization(), provider.id());
    }

    List<MappingRule> of(OrganizationId organization, UUID provider) {
        return transactions.read(OrganizationScope.system(organization), () -> store.list(organization, provider));
    }

    /** Replaces the rules, in the caller's open transaction; those that stay keep what they have given. */
    void replace(Caller caller, IdentityProvider provider, List<MappingDraft> wanted) {
        OrganizationScope scope = caller.scope();
        wanted.forEach(draft -> check(caller, draft));
        List<MappingRule> before = store.list(scope.organization(), provider.id());
        List<MappingRule> gone = before.stream()
                .filter(rule -> wanted.stream().noneMatch(draft -> same(rule, draft)))
                .toList();
        store.delete(scope, gone.stream().map(MappingRule::id).toList());
        wanted.stream()
                .distinct()
                .filter(draft -> before.stream().noneMatch(rule -> same(rule, draft)))
                .forEach(draft -> store.insert(scope, provider.id(), Ids.next(), draft));
        ledger.append(
                scope,
                NewEntry.of("identity-provider.change-mapping", "identity-provider", provider.id(), provider.name())
                        .change(fields(before), fields(store.list(scope.organization(), provider.id()))));
        events.publishEvent(new MappingChanged(scope, provider));
    }

    private void check(Caller caller, MappingDraft draft) {
        if ((draft.claim() == null) != (draft.value() == null)) {
            throw ProblemException.invalid("rules", "must have both a claim and a value, or neither");
        }
        if (draft.team() != null && !store.teamExists(caller.scope(), draft.team())) {
            throw ProblemException.invalid("rules", "must name a team of the organization");
        }
        int given = (draft.role() == null ? 0 : 1) + (draft.customRole() == null ? 0 : 1) + (draft.joinsTeam() ? 1 : 0);
        if (given != 1 || (draft.joinsTeam() && draft.team() == null)) {
            throw ProblemException.invalid("rules", "must each give one role, or membership of a team");
        }
        RoleRules.checkHeld(permissions(caller, draft), caller);
    }

    private Set<Permission> permissions(Caller caller, MappingDraft draft) {
        Role role = draft.role();
        UUID custom = draft.customRole();
        if (role != null) {
            if (!role.fits(organizations.of(caller.scope()).kind())) {
                throw ProblemException.invalid("rules", "must give roles that exist in this kind of organization");
            }
            return role.permissions();
        }
        return custom == null
                // A lead decides for whoever is in the team.
                ? Grant.LIMITABLE
                : store.permissions(caller.scope(), custom)
                        .orElseThrow(() -> ProblemException.invalid("rules", "must name a role of the organization"));
    }

    /** All that the rules could give; in the caller's open transaction. */
    public Set<Permission> permissions(OrganizationScope scope, IdentityProvider provider) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        for (MappingRule rule : store.list(scope.organization(), provider.id())) {
            if (rule.role() != null) {
                all.addAll(rule.role().permissions());
            } else if (rule.customRole() != null) {
                store.permissions(scope, rule.customRole()).ifPresent(all::addAll);
            }
        }
        return all;
    }

    private static boolean same(MappingRule rule, MappingDraft draft) {
        return Objects.equals(rule.claim(), draft.claim())
                && Objects.equals(rule.value(), draft.value())
                && rule.role() == draft.role()
                && Objects.equals(rule.customRole(), draft.customRole())
                && Objects.equals(rule.team() == null ? null : rule.team().id(), draft.team())
                && rule.joinsTeam() == draft.joinsTeam();
    }

    private static Map<String, @Nullable Object> fields(List<MappingRule> rules) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("rules", rules.stream().map(MappingRule::words).toList());
        return fields;
    }
}
