package io.gatehouse.santa.protocol.message;

/** Ends a sync; carries nothing (santa.sync.v1 PostflightResponse). */
public record PostflightResponse() implements Message {}
