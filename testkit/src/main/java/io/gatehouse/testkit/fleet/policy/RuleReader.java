package io.gatehouse.testkit.fleet.policy;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleTexts;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.wire.Message;
import org.jspecify.annotations.Nullable;

/** Reads downloaded rules as one release does: what it does not understand it skips, alone. */
public final class RuleReader {
    private final ClientVersion version;
    private final CelRules cel;

    /** Reads as that release does. */
    public RuleReader(ClientVersion version, CelRules cel) {
        this.version = version;
        this.cel = cel;
    }

    private RuleTexts texts(Message rule) {
        return new RuleTexts(rule.text("custom_msg"), rule.text("custom_url"), rule.text("event_detail_button_label"))
                .knownTo(version);
    }

    /** The row that a rule makes (its policy REMOVE means the opposite), or null where this release skips it. */
    public @Nullable RuleRow read(Message rule) {
        String typeName = rule.choice("rule_type");
        String policyName = rule.choice("policy");
        if (typeName.isEmpty() || policyName.isEmpty()) {
            return null;
        }
        RuleType type = RuleType.valueOf(typeName);
        RulePolicy policy = RulePolicy.valueOf(policyName);
        String identifier = type.normalize(rule.has("identifier") ? rule.text("identifier") : rule.text("sha256"));
        if (!type.knownTo(version) || !policy.knownTo(version) || !type.accepts(identifier)) {
            return null;
        }
        String expression = policy == RulePolicy.CEL ? rule.text("cel_expr") : "";
        if (policy == RulePolicy.CEL && !cel.compiles(expression)) {
            return null;
        }
        return new RuleRow(type, identifier, policy, expression, texts(rule));
    }
}
