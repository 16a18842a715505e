package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.Set;
import java.util.UUID;

/** Tells people what concerns them. Joins the open transaction: nobody is told of what was not kept. */
public interface Notifications {

    /** Tells these people; whoever knows it already is not told again. */
    void tell(OrganizationScope scope, Notification notification, Set<PersonId> people);

    /**
     * Takes it back from all but these: it concerns them no longer.
     *
     * @return from how many people
     */
    int takeBack(OrganizationScope scope, Notification.Kind kind, UUID subject, Set<PersonId> except);
}
