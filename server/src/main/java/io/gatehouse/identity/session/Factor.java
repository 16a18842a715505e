package io.gatehouse.identity.session;

/** What somebody shows to prove who they are. */
public enum Factor {
    PASSWORD(false),
    /** A code of six digits that an app on a device of theirs shows. */
    AUTHENTICATOR_APP(true),
    /** One of the codes that were given out for the day on which the device is lost. */
    BACKUP_CODE(true),
    /** A key in a device of theirs, which checks that it is them. */
    PASSKEY(true),
    /** The word of an identity provider of the organization. */
    FEDERATED(false),
    /** The word of an identity provider that it asked for more than a password, where the organization lets that count. */
    FEDERATED_SECOND_FACTOR(true);

    private final boolean second;

    Factor(boolean second) {
        this.second = second;
    }

    /** Whether it satisfies whoever demands more than a password. */
    public boolean isSecond() {
        return second;
    }
}
