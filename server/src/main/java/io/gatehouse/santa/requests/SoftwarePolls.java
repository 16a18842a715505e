package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Poll;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.policy.RuleKey;
import java.util.Collection;

/** Tells what the votes on software come to. Joins the caller's open transaction. */
public interface SoftwarePolls {

    /** For a file that can be named by these keys. */
    Poll poll(OrganizationScope scope, Collection<RuleKey> keys);
}
