package io.gatehouse.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What letters of invitation say. */
public interface InvitationLetters {

    /** Makes the invitation's link anew, for the letter alone; empty when there is nothing to invite to any more. */
    Optional<InvitationLetter> write(InvitationIssued issued);

    /**
     * One letter.
     *
     * @param invitedBy name of who invites; null when they are not among the organization's people
     */
    record InvitationLetter(
            Organization organization,
            String email,
            @Nullable String displayName,
            @Nullable String invitedBy,
            List<Role> roles,
            String link,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "InvitationLetter[...]";
        }
    }
}
