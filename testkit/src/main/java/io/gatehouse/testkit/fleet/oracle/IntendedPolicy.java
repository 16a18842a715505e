package io.gatehouse.testkit.fleet.oracle;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleTexts;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The oracle's own model of who must hold which rules. For each type and identifier one rule wins: a device's beats a
 * tag's, which beats the organization's; among tags the lower position wins. What the winner says is then worded for the
 * Mac's release, and a winner that the release cannot hold leaves nothing.
 */
public final class IntendedPolicy {
    private final Collection<Rule> rules;

    /** Whom a rule is for. */
    public sealed interface Scope {}

    /** Every Mac of the organization. */
    public record Organization() implements Scope {}

    /** Every Mac that carries the tag; position 0 has the highest priority. */
    public record Tag(String name, int position) implements Scope {}

    /** One Mac. */
    public record Device(String machineId) implements Scope {}

    /** One rule as somebody wrote it; {@code cel} is empty except for policy CEL, no expiry means for ever. */
    public record Rule(
            Scope scope,
            RuleType type,
            String identifier,
            RulePolicy policy,
            String cel,
            @Nullable Instant expires,
            RuleTexts texts) {

        /** A rule with the usual dialog. */
        public Rule(
                Scope scope,
                RuleType type,
                String identifier,
                RulePolicy policy,
                String cel,
                @Nullable Instant expires) {
            this(scope, type, identifier, policy, cel, expires, RuleTexts.NONE);
        }

        /** A rule without expression and expiry. */
        public static Rule of(Scope scope, RuleType type, String identifier, RulePolicy policy) {
            return new Rule(scope, type, identifier, policy, "", null);
        }
    }

    /** What the policy depends on about a Mac. */
    public record Subject(String machineId, Set<String> tags, ClientVersion version) {}

    private record Key(RuleType type, String identifier) {}

    /** The policy that these rules make; later changes of the collection do not count. */
    public IntendedPolicy(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rows that a Mac must hold at that moment. */
    public Set<RuleRow> rowsFor(Subject subject, Instant now) {
        Map<Key, Rule> winners = new HashMap<>();
        for (Rule rule : rules) {
            if (applies(rule, subject, now)) {
                Key key = new Key(rule.type(), rule.type().normalize(rule.identifier()));
                winners.merge(key, rule, (a, b) -> rank(a) <= rank(b) ? a : b);
            }
        }
        Set<RuleRow> rows = new HashSet<>();
        winners.forEach((key, rule) -> {
            RulePolicy policy = worded(rule, subject.version());
            if (policy != null) {
                String cel = policy == RulePolicy.CEL ? rule.cel() : "";
                RuleTexts texts = rule.texts().knownTo(subject.version());
                rows.add(new RuleRow(key.type(), key.identifier(), policy, cel, texts));
            }
        });
        return rows;
    }

    private static boolean applies(Rule rule, Subject subject, Instant now) {
        Instant expires = rule.expires();
        boolean valid = expires == null || now.isBefore(expires);
        return valid
                && switch (rule.scope()) {
                    case Organization() -> true;
                    case Tag(String name, int position) -> subject.tags().contains(name);
                    case Device(String machineId) -> machineId.equals(subject.machineId());
                };
    }

    private static long rank(Rule rule) {
        return switch (rule.scope()) {
            case Device(String machineId) -> -1;
            case Tag(String name, int position) -> position;
            case Organization() -> Long.MAX_VALUE;
        };
    }

    /** Releases before 2026.6 get the plain block for the half-silent ones; what else they do not know they do not get. */
    private static @Nullable RulePolicy worded(Rule rule, ClientVersion version) {
        RulePolicy policy = rule.policy();
        boolean halfSilent = policy == RulePolicy.SILENT_GUI_BLOCKLIST || policy == RulePolicy.SILENT_TTY_BLOCKLIST;
        RulePolicy worded = halfSilent && !policy.knownTo(version) ? RulePolicy.BLOCKLIST : policy;
        return rule.type().knownTo(version) && Objects.requireNonNull(worded).knownTo(version) ? worded : null;
    }
}
