package io.gatehouse.identity.providers;

/**
 * What a check of a provider brought to light.
 *
 * @param about what it is about, in kebab-case
 * @param text what it is and what to do, in words
 */
public record Finding(Severity severity, String about, String text) {

    /** How bad it is. */
    public enum Severity {
        OK,
        /** People can sign in, but somebody should look at it. */
        WARNING,
        /** Nobody can sign in. */
        ERROR
    }

    /** It is as it should be. */
    public static Finding ok(String about, String text) {
        return new Finding(Severity.OK, about, text);
    }

    /** Somebody should look at it. */
    public static Finding warning(String about, String text) {
        return new Finding(Severity.WARNING, about, text);
    }

    /** Nobody can sign in. */
    public static Finding error(String about, String text) {
        return new Finding(Severity.ERROR, about, text);
    }

    /** Nobody can sign in, for that reason. */
    public static Finding error(SignInRefusal refusal) {
        return error(refusal.reason().slug(), refusal.text());
    }
}
