package io.gatehouse.santa.policy;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which rules are in force on a device, and why. */
@Component
public class EffectivePolicy {

    /**
     * A rule in force.
     *
     * @param sentAs what the device's client is given instead of the policy, where it does not know it; null when it cannot
     *     be given the rule at all
     * @param why in words
     * @param others rules of other scopes that the winner beats, best first
     * @param delivered whether the device is known to hold it
     */
    public record Line(
            RuleType ruleType,
            String identifier,
            Policy policy,
            @Nullable Policy sentAs,
            String customMessage,
            RuleRef winner,
            String why,
            List<Beaten> others,
            boolean delivered) {}

    /** A rule that is not in force. */
    public record Beaten(RuleRef rule, String why) {}

    private final Transactions transactions;
    private final EffectivePolicyStore store;
    private final PublicationStore rules;
    private final LayerStore layers;
    private final Clock clock;

    EffectivePolicy(
            Transactions transactions,
            EffectivePolicyStore store,
            PublicationStore rules,
            LayerStore layers,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.layers = layers;
        this.clock = clock;
    }

    /**
     * A page of the rules in force on a device, by type and identifier.
     *
     * @param text part of an identifier, message, comment or software name; null for all
     */
    public Page<Line> explain(
            OrganizationScope scope, UUID deviceId, @Nullable String text, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(scope, () -> {
            EffectivePolicyStore.Subject device = subject(scope, deviceId);
            List<RuleKey> keys = store.keys(scope, device, text, after, limit + 1, clock.instant());
            return Page.of(
                    lines(scope, device, keys),
                    limit,
                    line -> Cursor.of(line.ruleType().number(), line.identifier()));
        });
    }

    /** The rules in force on a device for some keys; keys without one are absent. */
    public Map<RuleKey, RuleRef> inForce(OrganizationScope scope, UUID deviceId, Collection<RuleKey> keys) {
        return transactions.read(scope, () -> {
            Map<RuleKey, RuleRef> winners = new HashMap<>();
            lines(scope, subject(scope, deviceId), List.copyOf(keys))
                    .forEach(line -> winners.put(new RuleKey(line.ruleType(), line.identifier()), line.winner()));
            return winners;
        });
    }

    /** Whether a device is known to hold a rule for a key. */
    public boolean isDelivered(OrganizationScope scope, UUID deviceId, RuleKey key, UUID rule) {
        return transactions.read(
                scope,
                () -> lines(scope, subject(scope, deviceId), List.of(key)).stream()
                        .anyMatch(line -> line.winner().id().equals(rule) && line.delivered()));
    }

    private EffectivePolicyStore.Subject subject(OrganizationScope scope, UUID deviceId) {
        return store.subject(scope, deviceId)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no device " + deviceId));
    }

    private List<Line> lines(OrganizationScope scope, EffectivePolicyStore.Subject device, List<RuleKey> keys) {
        Instant now = clock.instant();
        Map<RuleKey, List<Candidate>> candidates = rules.candidates(scope, keys, now);
        Map<LayerStore.Place, LayerEntry> entries = layers.entries(scope, keys);
        ClientCapabilities client = ClientCapabilities.of(device.santaVersion());
        List<Line> lines = new ArrayList<>();
        for (RuleKey key : keys) {
            List<Candidate> reaching = candidates.getOrDefault(key, List.of()).stream()
                    .filter(candidate -> candidate.reaches(device.ref().id(), device.tags()))
                    .toList();
            Ranking.of(reaching)
                    .ifPresent(ranking -> lines.add(line(device, key, ranking, client, entry(device, key, entries))));
        }
        return lines;
    }

    private static @Nullable LayerEntry entry(
            EffectivePolicyStore.Subject device, RuleKey key, Map<LayerStore.Place, LayerEntry> entries) {
        LayerEntry own = entries.get(new LayerStore.Place(device.ref().id(), key));
        return own == null ? entries.get(new LayerStore.Place(device.policy(), key)) : own;
    }

    private static Line line(
            EffectivePolicyStore.Subject device,
            RuleKey key,
            Ranking ranking,
            ClientCapabilities client,
            @Nullable LayerEntry entry) {
        Candidate winner = ranking.winner();
        Optional<Policy> sentAs = client.gate(winner.content().toRule(key)).map(Rule::policy);
        return new Line(
                key.type(),
                key.identifier(),
                winner.content().policy(),
                sentAs.orElse(null),
                winner.content().customMessage(),
                winner.ref(device.ref()),
                ranking.whyItWins(),
                ranking.others().stream()
                        .map(other -> new Beaten(other.ref(device.ref()), ranking.whyItLoses(other)))
                        .toList(),
                device.holding().of(key, winner.content().policy(), entry == null ? null : entry.sequence()));
    }
}
