package io.gatehouse.notifications;

import java.util.UUID;

/**
 * In what way something concerns a person. It says where to look, never what is to be seen there.
 *
 * @param subject id of the thing
 * @param path of its page below that of the organization in the console, such as {@code /requests/7}
 */
public record Notification(Kind kind, UUID subject, String path) {

    /** In what way. */
    public enum Kind {
        /** The person's word is awaited. */
        REQUEST_TO_DECIDE,
        /** An emergency was carried out, and the person's word on it is awaited. */
        REQUEST_TO_REVIEW,
        /** An approver asks the person something. */
        REQUEST_ASKED_BACK,
        /** The requester answered what the person asked. */
        REQUEST_ANSWERED,
        REQUEST_APPROVED,
        REQUEST_REJECTED,
        REQUEST_EXPIRED,
        REQUEST_RATIFIED,
        REQUEST_REPUDIATED
    }
}
