package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationScope;

/** The outbox: whoever changes something tells it here. */
public interface Announcements {

    /** Tells it when the open transaction is kept, and not otherwise. Costs one statement; nothing is sent meanwhile. */
    void announce(OrganizationScope scope, Announcement announcement);
}
