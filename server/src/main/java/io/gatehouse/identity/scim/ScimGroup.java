package io.gatehouse.identity.scim;

import java.time.Instant;
import java.util.UUID;

/**
 * A group of the directory.
 *
 * @param externalId the directory's own name for it; empty when it gives none
 */
record ScimGroup(UUID id, String displayName, String externalId, int version, Instant createdAt, Instant changedAt) {

    String etag() {
        return "W/\"" + version + "\"";
    }
}
