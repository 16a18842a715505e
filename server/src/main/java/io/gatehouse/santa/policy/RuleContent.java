package io.gatehouse.santa.policy;

import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;

/**
 * What a device is told of a rule, apart from its key. Texts that are not set are empty.
 *
 * @param notificationAppName what the Mac tells its person is now allowed
 */
record RuleContent(
        Policy policy,
        String celExpression,
        String customMessage,
        String customUrl,
        String buttonLabel,
        String notificationAppName) {

    /** What stands in a tombstone. */
    static final RuleContent REMOVED = new RuleContent(Policy.REMOVE, "", "", "", "", "");

    Rule toRule(RuleKey key) {
        return Rule.of(key.type(), key.identifier(), policy)
                .withCelExpr(celExpression)
                .withDialog(customMessage, customUrl, buttonLabel)
                .withNotificationAppName(notificationAppName);
    }
}
