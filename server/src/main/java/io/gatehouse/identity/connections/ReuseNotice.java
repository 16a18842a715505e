package io.gatehouse.identity.connections;

import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/**
 * A letter that somebody gets because a refresh token came twice.
 *
 * @param person who is told
 */
record ReuseNotice(UUID id, UUID connection, PersonId owner, PersonId person, String program) {}
