package io.gatehouse.identity.scim;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;

/**
 * A member whom the directory provisions.
 *
 * @param attributes what the directory said last, and whether the person is active now
 * @param suspendedHere whether the directory itself suspended them, and nobody did since
 */
record ScimUser(
        PersonId id,
        UserAttributes attributes,
        boolean suspendedHere,
        int version,
        Instant createdAt,
        Instant changedAt) {

    /** Changes with all that a directory can read of the user. */
    String etag() {
        return "W/\"" + version + (attributes.active() ? "" : "-suspended") + "\"";
    }
}
