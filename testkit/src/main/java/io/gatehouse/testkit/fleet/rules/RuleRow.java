package io.gatehouse.testkit.fleet.rules;

/** One row of a Mac's rule table. */
public record RuleRow(RuleType type, String identifier, RulePolicy policy, String cel, RuleTexts texts) {

    /** A row with the usual dialog. */
    public RuleRow(RuleType type, String identifier, RulePolicy policy, String cel) {
        this(type, identifier, policy, cel, RuleTexts.NONE);
    }
}
