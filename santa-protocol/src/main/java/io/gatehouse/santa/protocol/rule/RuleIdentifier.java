package io.gatehouse.santa.protocol.rule;

import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.Locale;
import java.util.regex.Pattern;

/** The identifiers of rules, brought to the form that clients store, so that equal rules have equal texts and hashes. */
public final class RuleIdentifier {

    /** Longest signing identifier, in characters with its team. */
    public static final int MAXIMUM_LENGTH = 512;

    private static final int SHA256_DIGITS = 64;
    private static final int CDHASH_DIGITS = 40;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern TEAM = Pattern.compile("[0-9A-Za-z]{10}");
    private static final String PLATFORM = "platform";

    private RuleIdentifier() {}

    /**
     * The identifier in the client's form: hashes and "platform" in lower case, teams in upper case, the case of a signing identifier kept.
     * Surrounding blanks are dropped.
     *
     * @throws InvalidIdentifierException when clients of this rule type would not match it
     */
    public static String normalize(RuleType type, String identifier) throws InvalidIdentifierException {
        String text = identifier.strip();
        return switch (type) {
            case BINARY -> hash("BINARY", text, SHA256_DIGITS, "the SHA-256 of the file");
            case CERTIFICATE -> hash("CERTIFICATE", text, SHA256_DIGITS, "the SHA-256 of the leaf certificate");
            case CDHASH -> hash("CDHASH", text, CDHASH_DIGITS, "the code directory hash");
            case TEAMID -> team("A TEAMID identifier must be 10 letters or digits, such as EQHXZ8M8AV", text);
            case SIGNINGID -> signingId(text);
        };
    }

    private static String hash(String type, String text, int digits, String meaning) throws InvalidIdentifierException {
        if (text.length() == digits && HEXADECIMAL.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        throw new InvalidIdentifierException("A %s identifier must be %d hexadecimal digits, %s%s"
                .formatted(type, digits, meaning, hint(text, digits)));
    }

    private static String hint(String text, int digits) {
        if (!HEXADECIMAL.matcher(text).matches()) {
            return "";
        }
        int other = digits == SHA256_DIGITS ? CDHASH_DIGITS : SHA256_DIGITS;
        return text.length() == other
                ? "; %d digits look like %s".formatted(other, other == CDHASH_DIGITS ? "a CDHASH" : "a SHA-256")
                : "; this has " + text.length();
    }

    private static String team(String refusal, String text) throws InvalidIdentifierException {
        if (TEAM.matcher(text).matches()) {
            return text.toUpperCase(Locale.ROOT);
        }
        throw new InvalidIdentifierException(refusal);
    }

    private static String signingId(String text) throws InvalidIdentifierException {
        String refusal =
                "A SIGNINGID identifier must be a 10-character team or \"platform\", a colon and a signing identifier,"
                        + " such as EQHXZ8M8AV:com.google.Chrome or platform:com.apple.curl";
        int colon = text.indexOf(':');
        String id = text.substring(colon + 1);
        if (colon < 0 || id.isBlank() || text.length() > MAXIMUM_LENGTH || !isPrintable(id)) {
            throw new InvalidIdentifierException(
                    text.length() > MAXIMUM_LENGTH
                            ? refusal + ", at most %d characters".formatted(MAXIMUM_LENGTH)
                            : refusal);
        }
        String owner = text.substring(0, colon);
        String normalized = owner.equalsIgnoreCase(PLATFORM) ? PLATFORM : team(refusal, owner);
        return normalized + ":" + id;
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.FORMAT);
    }
}
