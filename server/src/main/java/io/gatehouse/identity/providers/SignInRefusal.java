package io.gatehouse.identity.providers;

import java.util.Locale;

/**
 * Why somebody cannot sign in through a provider. The person reads the reason in the console's words; the text is for whoever
 * sets the provider up, and never holds a secret.
 */
public final class SignInRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String text;

    /** With what exactly is wrong. */
    public SignInRefusal(Reason reason, String text) {
        super(text);
        this.reason = reason;
        this.text = text;
    }

    /** What exactly is wrong, for whoever sets the provider up. */
    public String text() {
        return text;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }

    /** Kinds of failure, each with a text in the console that says what to do. */
    public enum Reason {
        /** The attempt is over, was used, or began in another browser. */
        ATTEMPT_UNKNOWN,
        /** Somebody changed the provider's set-up while the person was on the way. */
        PROVIDER_CHANGED,
        PROVIDER_DISABLED,
        /** This installation does not connect to where the provider is. */
        CONNECTION_NOT_ALLOWED,
        PROVIDER_UNREACHABLE,
        /** This server does too much already; it says nothing of the provider. */
        SERVER_BUSY,
        /** The provider answers, but not as one of its kind does. */
        PROVIDER_MISCONFIGURED,
        ISSUER_MISMATCH,
        WRONG_SECRET,
        REDIRECT_NOT_REGISTERED,
        /** The provider itself turned the person away. */
        REFUSED_BY_PROVIDER,
        /** Signature, audience, nonce, time or form of the answer is not right. */
        ANSWER_NOT_VALID,
        /** Name and password are not right, for kinds that ask for them. */
        WRONG_PASSWORD,
        /** The provider left out groups because there are too many. */
        GROUPS_LEFT_OUT,
        EMAIL_MISSING,
        EMAIL_NOT_VERIFIED,
        DOMAIN_NOT_VERIFIED,
        /** The address is another account's of the same provider. */
        OTHER_ACCOUNT,
        SUSPENDED,
        /** The session here is over, but perhaps not the provider's; or the provider's wish to end one is not valid. */
        SIGN_OUT_INCOMPLETE,
        NO_ROLE;

        /** Short name outside. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
