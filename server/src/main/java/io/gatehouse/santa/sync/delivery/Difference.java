package io.gatehouse.santa.sync.delivery;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.client.RuleClass;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The way from one state of a Mac's table to another: removals, then every wanted row from the first on that the Mac
 * lacks, has otherwise, or has out of order. A written row moves to the end of the table, so that afterwards the table is
 * in ascending sequence again, and one predicted hash serves all Macs of the policy.
 *
 * <p>Rows that changed after the sequence that the Mac acknowledged may be there in an older form or not at all: they are
 * counted as neither held nor absent, and are removed or sent.
 */
final class Difference {

    /** A row that the Mac surely holds. */
    private record HeldRow(long sequence, Rule rule) {}

    private final Map<RuleKey, HeldRow> held = new HashMap<>();
    private final Set<RuleKey> perhapsHeld = new HashSet<>();
    private final long acknowledged;

    /**
     * Starts from what the Mac holds.
     *
     * @param from all that concerned the Mac, as it is now
     * @param acknowledged up to where the Mac has it
     */
    Difference(View from, long acknowledged, RuleClass asClass) {
        this.acknowledged = acknowledged;
        for (Entry entry : from.entries()) {
            if (entry.sequence() > acknowledged) {
                perhapsHeld.add(entry.key());
            } else if (!entry.removed()) {
                asClass.gate(entry.rule())
                        .ifPresent(rule -> held.put(entry.key(), new HeldRow(entry.sequence(), plain(rule))));
            }
        }
    }

    /** What to send so that the Mac holds the wanted rows, in order. */
    List<Rule> to(View wanted, RuleClass ruleClass) {
        List<Entry> live =
                wanted.entries().stream().filter(entry -> !entry.removed()).toList();
        List<Rule> gated = new ArrayList<>();
        List<RuleKey> keys = new ArrayList<>();
        int first = -1;
        long lastSequence = -1;
        for (Entry entry : live) {
            Optional<Rule> rule = ruleClass.gate(entry.rule());
            if (rule.isEmpty()) {
                continue;
            }
            HeldRow row = held.get(entry.key());
            if (first < 0 && !fits(row, rule.get(), lastSequence)) {
                first = keys.size();
            }
            lastSequence = row == null ? lastSequence : row.sequence();
            keys.add(entry.key());
            gated.add(entry.sequence() > acknowledged ? rule.get() : plain(rule.get()));
        }
        List<Rule> all = removals(new HashSet<>(keys), ruleClass);
        if (first >= 0) {
            all.addAll(gated.subList(first, gated.size()));
        }
        return all;
    }

    private static boolean fits(@Nullable HeldRow row, Rule wanted, long lastSequence) {
        return row != null && row.sequence() > lastSequence && row.rule().equals(plain(wanted));
    }

    private List<Rule> removals(Set<RuleKey> wanted, RuleClass ruleClass) {
        Set<RuleKey> unwanted = new TreeSet<>(held.keySet());
        unwanted.addAll(perhapsHeld);
        unwanted.removeAll(wanted);
        List<Rule> removals = new ArrayList<>();
        for (RuleKey key : unwanted) {
            ruleClass.gate(Rule.of(key.type(), key.identifier(), Policy.REMOVE)).ifPresent(removals::add);
        }
        return removals;
    }

    /** A rule that is sent again must not be announced to the Mac's person again. */
    private static Rule plain(Rule rule) {
        return rule.withNotificationAppName("");
    }
}
