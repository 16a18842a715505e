package io.gatehouse.santa.protocol.message;

/**
 * Asks for rules (santa.sync.v1 RuleDownloadRequest). May come without a preflight.
 *
 * @param cursor empty, or exactly what the last answer carried
 */
public record RuleDownloadRequest(
        @WireField(1) String cursor, @WireField(2) String machineId) implements Message {}
