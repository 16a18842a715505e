package io.gatehouse.santa.rules;

import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.configuration.Effective;
import io.gatehouse.santa.configuration.PathExpression;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.policy.Strength;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.rules.Explanation.Outcome;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides as a client does: the first type of its order that has a rule wins, whatever the rule says; then the blocked
 * paths, the allowed paths, the client mode.
 *
 * @param tagPositions the device's tags; the lowest position wins
 */
record Deciding(UUID device, Map<UUID, Integer> tagPositions, Effective settings) {

    Explanation explain(SoftwareIdentity software, Collection<RuleRows.Shown> rules) {
        for (RuleKey key : software.keys()) {
            Optional<RuleRows.Shown> winner = winner(rules.stream()
                    .filter(rule -> rule.rule().draft().key().equals(key))
                    .toList());
            if (winner.isPresent()) {
                return by(winner.get());
            }
        }
        return bySettings(software.path());
    }

    /** Of rules for one key the one in force on this device. */
    private Optional<RuleRows.Shown> winner(List<RuleRows.Shown> rules) {
        return rules.stream()
                .filter(rule -> reaches(rule.rule().draft().scope()))
                .min(Comparator.comparing(rule -> strength(rule.rule().draft().scope())));
    }

    private boolean reaches(ScopeChoice scope) {
        return switch (scope.kind()) {
            case ORGANIZATION -> true;
            case TAG -> tagPositions.containsKey(scope.tagId());
            case DEVICE -> device.equals(scope.deviceId());
        };
    }

    private Strength strength(ScopeChoice scope) {
        UUID tag = scope.tagId();
        return tag == null
                ? new Strength(scope.kind(), 0, device)
                : new Strength(scope.kind(), tagPositions.getOrDefault(tag, Integer.MAX_VALUE), tag);
    }

    private static Explanation by(RuleRows.Shown shown) {
        RuleDraft draft = shown.rule().draft();
        RuleRef ref = new RuleRef(shown.rule().id(), shown.scope(), draft.policy());
        String what = "The " + draft.ruleType() + " rule of " + shown.scope().describe();
        return switch (draft.policy()) {
            case ALLOWLIST, ALLOWLIST_COMPILER -> new Explanation(Outcome.ALLOWED, ref, what + " allows it.");
            case BLOCKLIST, SILENT_BLOCKLIST, SILENT_GUI_BLOCKLIST, SILENT_TTY_BLOCKLIST ->
                new Explanation(Outcome.BLOCKED, ref, what + " blocks it.");
            case CEL -> new Explanation(Outcome.DEPENDS, ref, what + " lets an expression decide at each execution.");
            case REMOVE -> throw new IllegalStateException("a kept rule is never REMOVE");
        };
    }

    private Explanation bySettings(String path) {
        return switch (PathExpression.match(settings.blockedPathRegex(), path)) {
            case YES -> new Explanation(Outcome.BLOCKED, null, "No rule names it, and its path is among the blocked.");
            case UNKNOWN -> unknownPath();
            case NO -> byAllowedPaths(path);
        };
    }

    private Explanation byAllowedPaths(String path) {
        boolean locked = settings.clientMode() != ClientMode.MONITOR;
        return switch (PathExpression.match(settings.allowedPathRegex(), path)) {
            case YES -> new Explanation(Outcome.ALLOWED, null, "No rule names it, and its path is among the allowed.");
            case UNKNOWN -> locked ? unknownPath() : byMode();
            case NO -> byMode();
        };
    }

    private Explanation byMode() {
        return settings.clientMode() == ClientMode.MONITOR
                ? new Explanation(Outcome.ALLOWED, null, "No rule names it, and in MONITOR mode it may run.")
                : new Explanation(
                        Outcome.BLOCKED,
                        null,
                        "No rule names it, and in " + settings.clientMode() + " mode it may not run.");
    }

    private static Explanation unknownPath() {
        return new Explanation(Outcome.DEPENDS, null, "No rule names it; it depends on where the file lies.");
    }
}
