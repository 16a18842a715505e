package io.gatehouse.testkit.fleet.policy;

/** How many rules of each kind a table holds, as preflight reports them. */
public record RuleCounts(int binary, int certificate, int compiler, int teamId, int signingId, int cdhash) {}
