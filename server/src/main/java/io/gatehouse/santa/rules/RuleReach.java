package io.gatehouse.santa.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.Holding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how far rules reach. Devices are counted once for all rules: by policy and by how far they acknowledged it. For
 * lists that count may be a few seconds old.
 */
@Component
final class RuleReach {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final Rule.Reach NOBODY = new Rule.Reach(0, 0);

    private final ReachStore store;
    private final Cache<OrganizationId, List<ReachStore.Group>> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1_000)
            .build();

    RuleReach(ReachStore store) {
        this.store = store;
    }

    /** Of many rules, for a list. */
    Map<UUID, Rule.Reach> ofList(OrganizationId organization, Collection<StoredRule> rules) {
        List<ReachStore.Group> groups = remembered.getIfPresent(organization);
        if (groups == null) {
            groups = store.groups(organization);
            remembered.put(organization, groups);
        }
        return of(organization, rules, groups);
    }

    /** Of one rule, as of now. */
    Rule.Reach of(OrganizationId organization, StoredRule rule) {
        return of(organization, List.of(rule), store.groups(organization)).getOrDefault(rule.id(), NOBODY);
    }

    /** How many devices a scope reaches, as of now. */
    long devices(OrganizationId organization, ScopeChoice scope) {
        return store.groups(organization).stream()
                        .filter(group -> reaches(scope, group))
                        .mapToLong(ReachStore.Group::devices)
                        .sum()
                + (scope.deviceId() == null ? 0 : 1);
    }

    private Map<UUID, Rule.Reach> of(
            OrganizationId organization, Collection<StoredRule> rules, List<ReachStore.Group> groups) {
        Map<UUID, Map<UUID, Long>> published = store.published(organization, rules);
        Map<UUID, Holding> holdings = store.holdings(
                organization,
                rules.stream()
                        .map(rule -> rule.draft().scope().deviceId())
                        .filter(Objects::nonNull)
                        .toList());
        Map<UUID, Rule.Reach> reaches = new HashMap<>();
        for (StoredRule rule : rules) {
            Map<UUID, Long> layers = published.getOrDefault(rule.id(), Map.of());
            UUID device = rule.draft().scope().deviceId();
            reaches.put(
                    rule.id(),
                    device == null
                            ? shared(rule.draft(), layers, groups)
                            : own(rule.draft(), holdings.get(device), layers.get(device)));
        }
        return reaches;
    }

    private static Rule.Reach shared(RuleDraft rule, Map<UUID, Long> layers, List<ReachStore.Group> groups) {
        long devices = 0;
        long delivered = 0;
        for (ReachStore.Group group : groups) {
            if (reaches(rule.scope(), group)) {
                devices += group.devices();
                delivered +=
                        group.holding().of(rule.key(), rule.policy(), layers.get(group.policy())) ? group.devices() : 0;
            }
        }
        return new Rule.Reach(devices, delivered);
    }

    private static Rule.Reach own(RuleDraft rule, @Nullable Holding holding, @Nullable Long sequence) {
        if (holding == null) {
            return NOBODY;
        }
        return new Rule.Reach(1, holding.of(rule.key(), rule.policy(), sequence) ? 1 : 0);
    }

    private static boolean reaches(ScopeChoice scope, ReachStore.Group group) {
        return switch (scope.kind()) {
            case ORGANIZATION -> true;
            case TAG -> group.tags().contains(scope.tagId());
            case DEVICE -> false;
        };
    }
}
