package io.gatehouse.approvals.requests;

import io.gatehouse.identity.Place;
import io.gatehouse.kernel.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of approvers are looked up from.
 *
 * @param requester where they stand now; null when they have left
 * @param owners whose the thing is that the request is about
 */
record Surroundings(@Nullable Place requester, Set<PersonId> owners) {}
