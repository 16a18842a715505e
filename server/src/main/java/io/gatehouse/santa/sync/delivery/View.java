package io.gatehouse.santa.sync.delivery;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.client.RuleClass;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.rule.RulesHash;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.sync.session.Prediction;
import io.gatehouse.santa.sync.session.RuleCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All entries that concern a device as of one moment, in ascending sequence: the order in which a Mac holds them. */
final class View {

    private static final Comparator<Entry> ASCENDING = Comparator.comparingLong(Entry::sequence);

    private final long head;
    private final List<Entry> entries;

    /** Entries in ascending sequence, none beyond the head. */
    View(long head, List<Entry> ascending) {
        this.head = head;
        this.entries = List.copyOf(ascending);
    }

    long head() {
        return head;
    }

    List<Entry> entries() {
        return entries;
    }

    /** This view with entries that take the place of those with the same key. */
    View with(long newHead, List<Entry> changes) {
        if (changes.isEmpty()) {
            return newHead == head ? this : new View(newHead, entries);
        }
        Set<RuleKey> changed = new HashSet<>();
        changes.forEach(entry -> changed.add(entry.key()));
        List<Entry> merged = new ArrayList<>(entries.size() + changes.size());
        entries.stream().filter(entry -> !changed.contains(entry.key())).forEach(merged::add);
        merged.addAll(changes);
        merged.sort(ASCENDING);
        return new View(newHead, merged);
    }

    /** What a client of the class reports that holds exactly this. */
    Prediction prediction(RuleClass ruleClass) {
        RulesHash hash = new RulesHash();
        long[] counts = new long[RuleType.values().length + 1];
        boolean textless = true;
        for (Entry entry : entries) {
            Rule rule = entry.removed() ? null : ruleClass.gate(entry.rule()).orElse(null);
            if (rule != null) {
                hash.add(rule.ruleType(), rule.identifier(), rule.policy(), rule.celExpr());
                counts[rule.ruleType().number()]++;
                textless &= isTextless(rule);
            }
        }
        return new Prediction(head, hash.value(), counts(counts), textless);
    }

    private static RuleCounts counts(long[] byType) {
        return new RuleCounts(
                byType[RuleType.BINARY.number()],
                byType[RuleType.CERTIFICATE.number()],
                0,
                0,
                byType[RuleType.TEAMID.number()],
                byType[RuleType.SIGNINGID.number()],
                byType[RuleType.CDHASH.number()]);
    }

    private static boolean isTextless(Rule rule) {
        return rule.customMsg().isEmpty()
                && rule.customUrl().isEmpty()
                && rule.eventDetailButtonLabel().isEmpty();
    }

    /** Everything, and before it the removal of all else that the Mac may have had. */
    List<Rule> whole(RuleClass ruleClass, Collection<RuleKey> everKnown) {
        List<Rule> live = rules(ruleClass, -1, false, false);
        Set<RuleKey> unwanted = new TreeSet<>(everKnown);
        live.forEach(rule -> unwanted.remove(new RuleKey(rule.ruleType(), rule.identifier())));
        List<Rule> rules = new ArrayList<>();
        unwanted.forEach(key -> removal(key, ruleClass).ifPresent(rules::add));
        rules.addAll(live);
        return rules;
    }

    /** The rules of a session of one of the kinds that need no other view. */
    List<Rule> rules(RuleClass ruleClass, long beyond, boolean withRemovals, boolean withNotifications) {
        List<Rule> rules = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.sequence() > beyond) {
                Optional<Rule> sent = entry.removed() ? Optional.empty() : ruleClass.gate(entry.rule());
                // What a client cannot be given it may hold in an earlier form that it could.
                Optional<Rule> removal =
                        withRemovals && sent.isEmpty() ? removal(entry.key(), ruleClass) : Optional.empty();
                sent.map(rule -> withNotifications ? rule : rule.withNotificationAppName(""))
                        .or(() -> removal)
                        .ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static Optional<Rule> removal(RuleKey key, RuleClass ruleClass) {
        return ruleClass.gate(Rule.of(key.type(), key.identifier(), Policy.REMOVE));
    }
}
