package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;

/**
 * A rule as a client receives it (santa.sync.v1 Rule). Make one with {@link #of} and the {@code with} methods.
 *
 * @param identifier normalized for its type, see {@link io.gatehouse.santa.protocol.rule.RuleIdentifier}
 * @param customMsg HTML for the block dialog
 * @param customUrl target of the dialog's button; "null" hides it; clients from 2023
 * @param fileBundleHash deprecated by the protocol
 * @param fileBundleBinaryCount deprecated by the protocol
 * @param notificationAppName the Mac shows "… is now allowed" when it applies the rule; clients from 2025.4
 * @param celExpr expression of a CEL rule; clients from 2025.6
 * @param eventDetailButtonLabel label of the dialog's button, cut to 48 characters by the client; clients from 2026.7
 */
public record Rule(
        @WireField(
                value = 1,
                deprecatedNames = {"sha256", "deprecated_sha256"},
                deprecatedNumbers = 1000)
        String identifier,

        @WireField(2) Policy policy,
        @WireField(3) RuleType ruleType,
        @WireField(4) String customMsg,
        @WireField(5) String customUrl,
        @WireField(6) String fileBundleHash,
        @WireField(7) long fileBundleBinaryCount,
        @WireField(8) String notificationAppName,
        @WireField(9) String celExpr,
        @WireField(12) String eventDetailButtonLabel)
        implements Message {

    /** A rule without texts. */
    public static Rule of(RuleType type, String identifier, Policy policy) {
        return new Rule(identifier, policy, type, "", "", "", 0, "", "", "");
    }

    /** This rule with another policy. */
    public Rule withPolicy(Policy other) {
        return new Rule(
                identifier,
                other,
                ruleType,
                customMsg,
                customUrl,
                fileBundleHash,
                fileBundleBinaryCount,
                notificationAppName,
                celExpr,
                eventDetailButtonLabel);
    }

    /** This rule with the texts of the block dialog; an empty text leaves the Mac's own in place. */
    public Rule withDialog(String message, String url, String buttonLabel) {
        return new Rule(
                identifier,
                policy,
                ruleType,
                message,
                url,
                fileBundleHash,
                fileBundleBinaryCount,
                notificationAppName,
                celExpr,
                buttonLabel);
    }

    /** This rule with the name that the Mac tells its person is now allowed; empty tells nothing. */
    public Rule withNotificationAppName(String name) {
        return new Rule(
                identifier,
                policy,
                ruleType,
                customMsg,
                customUrl,
                fileBundleHash,
                fileBundleBinaryCount,
                name,
                celExpr,
                eventDetailButtonLabel);
    }

    /** This rule with the expression of a CEL rule. */
    public Rule withCelExpr(String expression) {
        return new Rule(
                identifier,
                policy,
                ruleType,
                customMsg,
                customUrl,
                fileBundleHash,
                fileBundleBinaryCount,
                notificationAppName,
                expression,
                eventDetailButtonLabel);
    }
}
