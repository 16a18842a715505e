package io.gatehouse.santa.protocol.client;

import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.Optional;

/**
 * What a client understands of rules. Clients of equal class are given equal rules, and so share pages and predicted hashes.
 *
 * @param bits a small number without further meaning, fit as a key and for storing
 */
public record RuleClass(int bits) {

    /** Whether clients of this class understand the feature; false for features that do not concern rules. */
    public boolean has(Feature feature) {
        return feature.inRules() && (bits & feature.bit()) != 0;
    }

    /**
     * The rule as clients of this class can take it: without fields they do not know, and with SILENT_GUI_BLOCKLIST and SILENT_TTY_BLOCKLIST made
     * BLOCKLIST where they are unknown (it blocks alike, and rather tells too much than too little). Empty when the class lacks the rule's type, or
     * CEL, which nothing can stand in for: such a client would drop the rule.
     */
    public Optional<Rule> gate(Rule rule) {
        if (!understands(rule.ruleType()) || (rule.policy() == Policy.CEL && !has(Feature.CEL_RULES))) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                rule.identifier(),
                gate(rule.policy()),
                rule.ruleType(),
                rule.customMsg(),
                textIf(has(Feature.RULE_URL), rule.customUrl()),
                rule.fileBundleHash(),
                rule.fileBundleBinaryCount(),
                textIf(has(Feature.NOTIFICATION_APP_NAME), rule.notificationAppName()),
                textIf(rule.policy() == Policy.CEL, rule.celExpr()),
                textIf(has(Feature.BUTTON_LABEL), rule.eventDetailButtonLabel())));
    }

    private boolean understands(RuleType type) {
        return switch (type) {
            case BINARY, CERTIFICATE -> true;
            case TEAMID -> has(Feature.TEAMID_RULES);
            case SIGNINGID -> has(Feature.SIGNINGID_RULES);
            case CDHASH -> has(Feature.CDHASH_RULES);
        };
    }

    private Policy gate(Policy policy) {
        return switch (policy) {
            case SILENT_GUI_BLOCKLIST, SILENT_TTY_BLOCKLIST -> has(Feature.SPLIT_SILENCE) ? policy : Policy.BLOCKLIST;
            case ALLOWLIST, ALLOWLIST_COMPILER, BLOCKLIST, SILENT_BLOCKLIST, REMOVE, CEL -> policy;
        };
    }

    private static String textIf(boolean understood, String text) {
        return understood ? text : "";
    }
}
