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
 * @param issuedAt when its link was made last
 */
public record Invitation(
        UUID id,
        String email,
        @Nullable String displayName,
        List<Role> roles,
        @Nullable PersonRef invitedBy,
        Instant createdAt,
        Instant issuedAt,
        Instant expiresAt) {

    /**
     * An invitation that was just made or renewed.
     *
     * @param link shown this once, to be passed on; null when it is mailed
     */
    public record Issued(Invitation invitation, @Nullable String link) {

        @Override
        public String toString() {
            return "Issued[" + invitation + "]";
        }
    }
}
