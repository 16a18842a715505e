package io.gatehouse.identity.roles;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamRef;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds a role.
 *
 * @param team to which it is limited; null for the whole organization
 */
record Holder(PersonRef person, @Nullable TeamRef team) {}
