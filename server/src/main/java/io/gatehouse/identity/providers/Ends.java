package io.gatehouse.identity.providers;

/** What of a provider's set-up ends one day, so that nobody can sign in through it any more. */
public enum Ends {
    /** Our secret there, as whoever entered it says. */
    SECRET,
    /** The last certificate by which the provider signs. */
    CERTIFICATE,
    /** The certificate of our own key. */
    OWN_CERTIFICATE
}
