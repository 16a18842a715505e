package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What letters about holds say. */
public interface HoldLetters {

    /** The hold as it is when the letter is written; empty when it is no longer in force. */
    Optional<HoldLetter> write(OrganizationId organization, UUID hold, boolean confirmer);

    /**
     * One letter.
     *
     * @param page of the console below the organization's
     */
    record HoldLetter(PersonId person, String reason, Instant reviewAt, String page) {}
}
