package io.gatehouse.santa.protocol.message;

import org.jspecify.annotations.Nullable;

/**
 * Something else that a Mac reports (santa.sync.v1 AuditEvent). No present client sends one.
 *
 * @param standaloneModeRuleCreation null when it is an event of a kind not known here
 */
public record AuditEvent(@WireField(1) @Nullable StandaloneModeRuleCreation standaloneModeRuleCreation)
        implements Message {}
