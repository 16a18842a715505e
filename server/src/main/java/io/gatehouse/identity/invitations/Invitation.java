package io.gatehouse.identity.invitations;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open place for somebody.
 *
 * @param email in lower case
 * @param invitedBy null when the organization began with this invitation and its sender is not among its people
 */
public record Invitation(
        UUID id,
        String email,
        @Nullable String displayName,
        List<Role> roles,
        @Nullable PersonRef invitedBy,
        Instant createdAt,
        Instant expiresAt) {

    /** An invitation with the link that is shown this once. */
    public record Issued(Invitation invitation, String link) {}
}
