package io.gatehouse.identity;

import java.time.Instant;
import java.util.Optional;

/** What letters say that tell a customer of an emergency. */
public interface EmergencyLetters {

    /** Empty when whom it was for is no longer among the customer's people. */
    Optional<EmergencyLetter> write(EmergencyBegun begun);

    /**
     * One letter.
     *
     * @param technician name of who may enter
     * @param reason in the words of who gave it
     * @param link to the page that shows it and can end it
     */
    record EmergencyLetter(
            Organization customer,
            PersonRef person,
            String technician,
            String provider,
            String reason,
            Instant until,
            String link) {}
}
