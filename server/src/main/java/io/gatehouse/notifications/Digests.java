package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;

/** What letters bring that tell people what concerns them. */
public interface Digests {

    /** What of that letter the person has not read meanwhile, oldest first. */
    List<Line> lines(OrganizationScope scope, PersonId person, int letter);

    /**
     * One thing.
     *
     * @param title what it is called now
     * @param path of its page below that of the organization
     */
    record Line(Notification.Kind kind, String title, String path) {}
}
