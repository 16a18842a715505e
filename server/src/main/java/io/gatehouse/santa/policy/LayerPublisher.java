package io.gatehouse.santa.policy;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.policy.LayerStore.DeviceTags;
import io.gatehouse.santa.policy.LayerStore.Layer;
import io.gatehouse.santa.policy.LayerStore.Place;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Computes winners and writes those that changed, in one transaction with the change itself. */
@Component
final class LayerPublisher implements PolicyPublisher {

    /** Bounds the memory that one import takes. */
    private static final int KEYS_AT_ONCE = 2_000;

    private final Transactions transactions;
    private final PublicationStore rules;
    private final LayerStore layers;
    private final LayerWriter writer;
    private final Clock clock;

    LayerPublisher(
            Transactions transactions, PublicationStore rules, LayerStore layers, LayerWriter writer, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.layers = layers;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void rulesChanged(OrganizationScope scope, Collection<RuleKey> keys) {
        within(scope, () -> {
            List<RuleKey> sorted = keys.stream().distinct().sorted().toList();
            for (int from = 0; from < sorted.size(); from += KEYS_AT_ONCE) {
                List<RuleKey> some = sorted.subList(from, Math.min(sorted.size(), from + KEYS_AT_ONCE));
                publish(scope, some);
            }
        });
    }

    @Override
    public void tagOrderChanged(OrganizationScope scope) {
        within(scope, () -> {
            rules.reserve(scope, 0);
            rulesChanged(scope, rules.contestedByTags(scope));
        });
    }

    @Override
    public void deviceTagsChanged(OrganizationScope scope, Collection<UUID> deviceIds) {
        within(scope, () -> {
            Map<List<UUID>, List<DeviceTags>> byTags =
                    layers.tagsOf(scope, deviceIds).stream().collect(Collectors.groupingBy(DeviceTags::tags));
            Set<UUID> moved = new HashSet<>();
            byTags.forEach((tags, devices) -> moved.addAll(move(scope, devices, policyFor(scope, tags))));
            rulesChanged(scope, layers.ownKeys(scope, moved));
        });
    }

    @Override
    public UUID policyFor(OrganizationScope scope, Collection<UUID> tagIds) {
        requireOpen();
        return transactions.write(scope, () -> {
            List<UUID> sorted = sorted(tagIds);
            UUID known = layers.findPolicy(scope, sorted);
            return known == null ? make(scope, sorted) : known;
        });
    }

    private Set<UUID> move(OrganizationScope scope, List<DeviceTags> devices, UUID policy) {
        Set<UUID> moving = devices.stream()
                .filter(device -> !device.policy().equals(policy))
                .map(DeviceTags::device)
                .collect(Collectors.toSet());
        layers.setPolicy(scope, moving, policy);
        return moving;
    }

    private UUID make(OrganizationScope scope, List<UUID> sortedTags) {
        rules.reserve(scope, 0);
        UUID meanwhile = layers.findPolicy(scope, sortedTags);
        if (meanwhile != null) {
            return meanwhile;
        }
        UUID id = Ids.next();
        layers.addPolicy(scope, id, sortedTags);
        Map<RuleKey, List<Candidate>> candidates = rules.candidatesOf(scope, sortedTags, clock.instant());
        Map<UUID, Long> known = layers.sequencesByRule(scope);
        long next = rules.reserve(scope, candidates.size()) - candidates.size();
        List<LayerEntry> entries = new ArrayList<>();
        for (var ofKey : new TreeMap<>(candidates).entrySet()) {
            next++;
            Candidate winner = Ranking.of(ofKey.getValue()).orElseThrow().winner();
            // The place that the rule has elsewhere: devices that come from another policy then keep most rows.
            entries.add(LayerEntry.of(id, ofKey.getKey(), known.getOrDefault(winner.ruleId(), next), winner));
        }
        writer.write(scope, entries);
        return id;
    }

    private void publish(OrganizationScope scope, List<RuleKey> keys) {
        long first = rules.reserve(scope, keys.size()) - keys.size() + 1;
        rules.forgetExpiry(scope, keys, clock.instant());
        Map<RuleKey, List<Candidate>> candidates = rules.candidates(scope, keys, clock.instant());
        Map<Place, LayerEntry> before = layers.entries(scope, keys);
        List<Layer> policies = layers.policies(scope);
        Map<UUID, Layer> own = layers.ownLayers(scope, keys, devicesOf(candidates));
        List<LayerEntry> changes = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Publication publication =
                    new Publication(keys.get(i), first + i, candidates.getOrDefault(keys.get(i), List.of()), before);
            policies.forEach(policy -> publication.toPolicy(policy).ifPresent(changes::add));
            own.values().forEach(device -> publication.toDevice(device).ifPresent(changes::add));
        }
        writer.write(scope, changes);
    }

    private static Set<UUID> devicesOf(Map<RuleKey, List<Candidate>> candidates) {
        return candidates.values().stream()
                .flatMap(List::stream)
                .filter(candidate -> candidate.kind() == ScopeKind.DEVICE)
                .map(Candidate::scopeId)
                .collect(Collectors.toSet());
    }

    private static List<UUID> sorted(Collection<UUID> tags) {
        // As PostgreSQL sorts them: by their unsigned bytes, which is the order of their texts.
        return tags.stream()
                .distinct()
                .map(UUID::toString)
                .sorted()
                .map(UUID::fromString)
                .toList();
    }

    private void within(OrganizationScope scope, Runnable work) {
        requireOpen();
        transactions.write(scope, work);
    }

    private static void requireOpen() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Publish within the transaction that changes the rules or tags");
        }
    }
}
