package io.gatehouse.santa.requests;

import io.gatehouse.santa.Scope;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of the rules that a Mac looks up for a file the first match decides, whatever it says: so an approval may be idle. */
final class Precedence {

    private Precedence() {}

    /** Whether a rule of this policy lets a file run for certain. */
    static boolean allows(Policy policy) {
        return switch (policy) {
            case ALLOWLIST, ALLOWLIST_COMPILER -> true;
            case BLOCKLIST, SILENT_BLOCKLIST, SILENT_GUI_BLOCKLIST, SILENT_TTY_BLOCKLIST, CEL, REMOVE -> false;
        };
    }

    /**
     * Why allowing by one key would not help, or would change a rule that is there.
     *
     * @param keys all keys of the file in the Mac's order
     * @param rules all rules for these keys
     * @param device that asked; rules of other single devices do not matter
     */
    static List<String> warnings(RuleKey chosen, List<RuleKey> keys, List<Rule> rules, @Nullable UUID device) {
        List<RuleKey> before = keys.subList(0, keys.indexOf(chosen));
        List<String> warnings = new ArrayList<>();
        for (Rule rule : rules) {
            RuleKey key = new RuleKey(rule.ruleType(), rule.identifier());
            if (!concerns(rule.scope(), device)) {
                continue;
            }
            if (key.equals(chosen)) {
                warnings.add(same(rule));
            } else if (before.contains(key) && !allows(rule.policy())) {
                warnings.add(earlier(rule));
            }
        }
        return warnings;
    }

    private static String earlier(Rule found) {
        String rule =
                "the rule for " + found.ruleType() + " in " + found.scope().describe();
        return found.policy() == Policy.CEL
                ? "A Mac asks " + rule + " first: its expression decides, not this approval."
                : "A Mac asks " + rule + " first, and it blocks: this approval would have no effect there.";
    }

    private static String same(Rule found) {
        String rule = "the " + found.policy() + " rule of " + found.scope().describe() + " for this very identifier";
        return "An approval for the same scope replaces " + rule + "; for another scope, the narrower one wins.";
    }

    private static boolean concerns(Scope scope, @Nullable UUID device) {
        return scope.device() == null || scope.device().id().equals(device);
    }
}
