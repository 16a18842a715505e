package io.gatehouse.identity;

/** Whether people can be written to; the notifications implement it. Without it, links are shown to be passed on. */
public interface Mailing {

    /** Whether the installation sends mail. */
    boolean isOffered();
}
