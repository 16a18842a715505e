package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows what the things are called that people are told of. A module implements it for its own. */
public interface NotificationSubjects {

    /** The titles of those that are this module's, as they are now. */
    Map<UUID, String> titles(OrganizationScope scope, Collection<UUID> subjects);
}
