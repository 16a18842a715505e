package io.gatehouse.santa.protocol.message;

/**
 * One entitlement of a binary (santa.sync.v1 Entitlement).
 *
 * @param value JSON text
 */
public record Entitlement(
        @WireField(1) String key, @WireField(2) String value) implements Message {}
