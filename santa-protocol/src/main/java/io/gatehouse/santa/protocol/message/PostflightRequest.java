package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.SyncType;

/**
 * What became of a sync (santa.sync.v1 PostflightRequest). May be lost.
 *
 * @param rulesProcessed how many of them the client could read
 * @param syncType clients from 2025.1
 * @param rulesHash clients from 2025.7, exact from 2025.8
 */
public record PostflightRequest(
        @WireField(1) long rulesReceived,
        @WireField(2) long rulesProcessed,
        @WireField(3) String machineId,
        @WireField(value = 4, json = "syncType") EnumValue<SyncType> syncType,
        @WireField(value = 5, json = "rulesHash") String rulesHash)
        implements Message {}
