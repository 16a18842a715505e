package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * Somebody may decide in the place of somebody else, and one of the two is to be told.
 *
 * @param delegator whether it is the one whose right it is, since an administrator handed it on; else the delegate
 */
public record DelegationGiven(OrganizationId organization, UUID delegation, boolean delegator) {}
