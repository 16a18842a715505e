package io.gatehouse.santa.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.client.RuleClass;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 20,000 random pairs of policies, each over 8 keys, applied to a table that behaves as a client's. */
final class DifferenceTest {

    private static final int PAIRS = 20_000;
    private static final RuleClass NEWEST = ClientCapabilities.of("2026.7").ruleClass();
    private static final RuleClass OLD = ClientCapabilities.of("2024.1").ruleClass();

    @Test
    void leadsFromAnyPolicyToAnyOtherAndLeavesTheTableInOrder() {
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            View was = view(random);
            View wanted = view(random);
            // Clients are updated, not set back: an older one could not even be told to remove what it does not know.
            RuleClass before = random.nextBoolean() ? NEWEST : OLD;
            RuleClass after = before == NEWEST || random.nextBoolean() ? NEWEST : OLD;
            long acknowledged = random.nextInt(20);
            Map<RuleKey, Rule> table = held(was, acknowledged, before, random);

            new Difference(was, acknowledged, before).to(wanted, after).forEach(rule -> apply(table, rule));

            assertThat(plain(List.copyOf(table.values())))
                    .as("seed %d", seed)
                    .isEqualTo(plain(wanted.rules(after, -1, false, false)));
        }
    }

    @Test
    void sendsNothingBetweenEqualPolicies() {
        for (int seed = 0; seed < 200; seed++) {
            View view = view(new Random(seed));
            assertThat(new Difference(view, view.head(), NEWEST).to(view, NEWEST))
                    .isEmpty();
        }
    }

    @Test
    void aRuleThatBecomesTooNewForAClientIsRemovedFromIt() {
        Rule tooNew = Rule.of(RuleType.TEAMID, "ABCDEFGHIJ", Policy.CEL).withCelExpr("true");
        Rule unknownType = Rule.of(RuleType.CDHASH, "a1", Policy.BLOCKLIST);
        View view = new View(6, List.of(new Entry(5, tooNew), new Entry(6, unknownType)));

        assertThat(view.rules(OLD, 4, true, true))
                .containsExactly(Rule.of(RuleType.TEAMID, "ABCDEFGHIJ", Policy.REMOVE));
        assertThat(view.rules(OLD, -1, false, true)).isEmpty();
    }

    @Test
    void sendingEverythingRemovesWhateverElseTheOrganizationEverHad() {
        Rule wanted = Rule.of(RuleType.TEAMID, "ABCDEFGHIJ", Policy.BLOCKLIST);
        RuleKey ofAnotherPolicy = new RuleKey(RuleType.BINARY, "b1");
        View view = new View(5, List.of(new Entry(5, wanted)));

        assertThat(view.whole(NEWEST, List.of(new RuleKey(RuleType.TEAMID, "ABCDEFGHIJ"), ofAnotherPolicy)))
                .containsExactly(Rule.of(RuleType.BINARY, "b1", Policy.REMOVE), wanted);
    }

    @Test
    void doesNotAnnounceAgainWhatTheMacHad() {
        Rule announced =
                Rule.of(RuleType.TEAMID, "ABCDEFGHIJ", Policy.ALLOWLIST).withNotificationAppName("Tinkerbox");
        Rule first = Rule.of(RuleType.TEAMID, "KLMNOPQRST", Policy.ALLOWLIST);
        View was = new View(5, List.of(new Entry(5, announced)));
        View wanted = new View(5, List.of(new Entry(2, first), new Entry(5, announced)));

        List<Rule> rules = new Difference(was, 5, NEWEST).to(wanted, NEWEST);

        assertThat(rules)
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.notificationAppName()).isEmpty());
    }

    /** What a Mac can hold that acknowledged up to there: later changes are there in an older form or not at all. */
    private static Map<RuleKey, Rule> held(View was, long acknowledged, RuleClass ruleClass, Random random) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : was.entries()) {
            if (entry.sequence() <= acknowledged) {
                entries.add(entry);
            } else if (random.nextBoolean()) {
                entries.add(random.nextInt(Math.max(entries.size(), 1)), new Entry(0, rule(entry.key(), random)));
            }
        }
        Map<RuleKey, Rule> table = new LinkedHashMap<>();
        entries.forEach(entry -> ruleClass.gate(entry.rule()).ifPresent(rule -> apply(table, rule)));
        return table;
    }

    private static void apply(Map<RuleKey, Rule> table, Rule rule) {
        RuleKey key = new RuleKey(rule.ruleType(), rule.identifier());
        table.remove(key);
        if (rule.policy() != Policy.REMOVE) {
            table.put(key, rule);
        }
    }

    private static View view(Random random) {
        List<RuleKey> keys = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            keys.add(
                    i % 2 == 0 ? new RuleKey(RuleType.TEAMID, "ABCDEFGHI" + i) : new RuleKey(RuleType.CDHASH, "a" + i));
        }
        Collections.shuffle(keys, random);
        List<Entry> entries = new ArrayList<>();
        long sequence = 0;
        for (RuleKey key : keys) {
            sequence += 1 + random.nextInt(3);
            if (random.nextInt(3) > 0) {
                entries.add(new Entry(sequence, random.nextInt(4) == 0 ? removed(key) : rule(key, random)));
            }
        }
        return new View(sequence, entries);
    }

    private static Rule rule(RuleKey key, Random random) {
        Policy[] policies = {Policy.ALLOWLIST, Policy.BLOCKLIST, Policy.SILENT_GUI_BLOCKLIST, Policy.CEL};
        Policy policy = policies[random.nextInt(policies.length)];
        return Rule.of(key.type(), key.identifier(), policy).withCelExpr(policy == Policy.CEL ? "true" : "");
    }

    private static Rule removed(RuleKey key) {
        return Rule.of(key.type(), key.identifier(), Policy.REMOVE);
    }

    private static List<Rule> plain(List<Rule> rules) {
        return rules.stream().map(rule -> rule.withNotificationAppName("")).toList();
    }
}
