package io.gatehouse.testkit.fleet.load;

import io.gatehouse.testkit.fleet.policy.RuleCounts;
import io.gatehouse.testkit.fleet.policy.RuleSet;
import io.gatehouse.testkit.fleet.wire.Message;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rule tables of all Macs, each distinct one kept once: Macs that took the same rules in the same order share a
 * table, so a hundred thousand of them cost no more than the policies that there are.
 */
final class SharedRules {
    private final ConcurrentHashMap<Step, RuleSet> steps = new ConcurrentHashMap<>();

    private record Step(String hashBefore, boolean clean, List<Message> download) {}

    RuleSet after(RuleSet before, boolean clean, List<Message> download) {
        if (download.isEmpty()) {
            return before;
        }
        return steps.computeIfAbsent(
                new Step(before.hash(), clean, download), step -> before.after(clean, step.download()));
    }

    static void describe(Message preflight, RuleSet rules) {
        RuleCounts counts = rules.counts();
        preflight
                .number("binary_rule_count", counts.binary())
                .number("certificate_rule_count", counts.certificate())
                .number("compiler_rule_count", counts.compiler())
                .number("teamid_rule_count", counts.teamId())
                .number("signingid_rule_count", counts.signingId())
                .number("cdhash_rule_count", counts.cdhash())
                .text("rules_hash", rules.hash());
    }
}
