package io.gatehouse.testkit.fleet.rules;

/** One row of a Mac's rule table, without the texts that are only shown. */
public record RuleRow(RuleType type, String identifier, RulePolicy policy, String cel) {}
