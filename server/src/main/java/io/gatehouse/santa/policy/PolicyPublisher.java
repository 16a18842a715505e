package io.gatehouse.santa.policy;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Collection;
import java.util.UUID;

/**
 * Makes changes of rules and tags reach the devices. Every method is called in the caller's open write transaction of the
 * scope, after the rows that it tells of were changed, and does its work in that transaction.
 *
 * <p>Publishing takes a lock on the organization's publication until the transaction ends, so that sequences appear in
 * the order of commits: call it last.
 */
public interface PolicyPublisher {

    /**
     * Rules with these keys were created, changed or deleted, in whatever scope.
     *
     * @throws IllegalStateException without an open transaction of that scope
     */
    void rulesChanged(OrganizationScope scope, Collection<RuleKey> keys);

    /** Rows of {@code santa.device_tag} of these devices were changed: gives each device the policy of its tags. */
    void deviceTagsChanged(OrganizationScope scope, Collection<UUID> deviceIds);

    /** Positions of tags were changed. */
    void tagOrderChanged(OrganizationScope scope);

    /**
     * The policy of devices with exactly these tags, made when it is the first time that they meet.
     *
     * @param tagIds in any order
     * @return id of a row of {@code santa.policy}
     */
    UUID policyFor(OrganizationScope scope, Collection<UUID> tagIds);
}
