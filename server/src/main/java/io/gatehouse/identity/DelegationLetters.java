package io.gatehouse.identity;

import java.time.Instant;
import java.util.Optional;

/** What letters about delegations say. */
public interface DelegationLetters {

    /** Empty when it is over. */
    Optional<DelegationLetter> write(DelegationGiven given);

    /**
     * One letter.
     *
     * @param toDelegator whether it is to whose right it is
     * @param from name of whose right it is
     * @param to name of who may use it
     * @param givenBy name of who handed it on
     * @param link to the page where it can be ended
     */
    record DelegationLetter(
            Organization organization,
            PersonRef person,
            boolean toDelegator,
            String from,
            String to,
            String givenBy,
            Instant startsAt,
            Instant endsAt,
            String link) {}
}
