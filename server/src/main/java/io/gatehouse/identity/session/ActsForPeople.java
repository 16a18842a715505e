package io.gatehouse.identity.session;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/** What acts for people apart from their sessions, and ends at once with these and with their standing. */
public interface ActsForPeople {

    /** Ends all that acts for the person; answers how many there were. */
    int endAll(PersonId person);

    /** Ends what acts for the person in one organization, in the caller's open transaction; answers how many there were. */
    int endIn(OrganizationScope scope, PersonId person);

    /** The same of what they allowed in sessions that the organization's identity provider vouched for. */
    int endThrough(OrganizationScope scope, PersonId person, UUID provider);
}
