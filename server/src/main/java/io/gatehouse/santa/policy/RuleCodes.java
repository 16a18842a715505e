package io.gatehouse.santa.policy;

import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import io.gatehouse.santa.protocol.vocabulary.RuleType;

/** Rule types and policies as the database keeps them: by their number in the protocol. */
public final class RuleCodes {

    private RuleCodes() {}

    /**
     * The rule type of a number.
     *
     * @throws IllegalArgumentException when the protocol has no such number
     */
    public static RuleType type(int number) {
        return constant(RuleType.values(), number);
    }

    /**
     * The policy of a number.
     *
     * @throws IllegalArgumentException when the protocol has no such number
     */
    public static Policy policy(int number) {
        return constant(Policy.values(), number);
    }

    private static <E extends ProtocolEnum> E constant(E[] constants, int number) {
        for (E constant : constants) {
            if (constant.number() == number) {
                return constant;
            }
        }
        throw new IllegalArgumentException("The protocol has no number " + number + " here");
    }
}
