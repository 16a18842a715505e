package io.gatehouse.testkit.fleet.rules;

/**
 * What the block dialog says because of a rule; the hash does not cover it.
 *
 * @param message in place of the usual one
 * @param url of the dialog's button
 * @param buttonLabel of that button
 */
public record RuleTexts(String message, String url, String buttonLabel) {
    /** The dialog is the usual one. */
    public static final RuleTexts NONE = new RuleTexts("", "", "");

    private static final int LONGEST_LABEL = 48;

    /** What a release keeps of them. */
    public RuleTexts knownTo(ClientVersion version) {
        String label = buttonLabel.length() <= LONGEST_LABEL ? buttonLabel : buttonLabel.substring(0, LONGEST_LABEL);
        return new RuleTexts(message, version.atLeast(2023, 1) ? url : "", version.atLeast(2026, 7) ? label : "");
    }
}
