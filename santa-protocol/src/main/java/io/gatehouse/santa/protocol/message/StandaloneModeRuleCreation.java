package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;

/**
 * A rule that a person made at a Mac in standalone mode (santa.sync.v1 StandaloneModeRuleCreation).
 *
 * @param decision tells the rule's type
 * @param timestamp seconds since 1970
 */
public record StandaloneModeRuleCreation(
        @WireField(1) EnumValue<Decision> decision,
        @WireField(2) String identifier,
        @WireField(3) long timestamp) implements Message {}
