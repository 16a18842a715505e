package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What letters about ledgers say that do not match their trees. */
public interface AlarmLetters {

    /** Empty when the person answers for neither the organization nor the installation any more. */
    Optional<AlarmLetter> write(OrganizationId organization, PersonId person);

    /**
     * One letter.
     *
     * @param link to the ledger; null for an operator, who sees no customer's
     */
    record AlarmLetter(
            Organization organization,
            PersonRef person,
            @Nullable String link) {}
}
