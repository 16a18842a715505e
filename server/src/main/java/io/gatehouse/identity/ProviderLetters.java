package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.Optional;

/** What letters about required identity providers say. */
public interface ProviderLetters {

    /** For an administrator of the organization; empty when they are none any more. */
    Optional<ProviderLetter> write(OrganizationId organization, PersonId administrator);

    /**
     * One letter.
     *
     * @param link to the book, which says who and why
     */
    record ProviderLetter(Organization organization, PersonRef administrator, String link) {}
}
