package io.gatehouse.identity;

/** A team as it is named elsewhere. */
public record TeamRef(TeamId id, String name) {}
