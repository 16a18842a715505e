package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.Optional;

/** Lets people act from where they have no session, such as a chat, after they have linked it in one. */
public interface ActingElsewhere {

    /** How the person of the running request has proven who they are, to be kept with the link. */
    String proof();

    /**
     * The person with the rights that they have now.
     *
     * @param proof kept when the link was made
     * @return empty for who is no active member, and when the organization demands more than that proof
     */
    Optional<Caller> caller(OrganizationId organization, PersonId person, String proof);
}
