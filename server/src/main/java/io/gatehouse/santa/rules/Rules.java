package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules, for the other features of santa. Every method joins the caller's open transaction of the scope. */
public interface Rules {

    /**
     * Makes an approved request a rule, in the caller's write transaction. Where the scope has a rule for that type and
     * identifier already, that rule is changed to what was approved: it keeps what the approval does not name, and an
     * allowing rule never ends earlier than before.
     *
     * @throws io.gatehouse.kernel.ProblemException 422 when it is not valid
     */
    Rule approve(OrganizationScope scope, ApprovedRule approved);

    /** Deletes a rule that was made for something that holds no more, unless somebody has changed or deleted it since. */
    void withdraw(OrganizationScope scope, UUID rule);

    /**
     * Deletes the rule that a request made, in the caller's write transaction. What somebody made a rule of another request,
     * or a blocking one, since stays.
     *
     * @return whether there is no such rule any more
     */
    boolean takeBack(OrganizationScope scope, UUID rule, UUID request, String reason);

    /**
     * Unexpired rules of any scope that name the software, in the order in which a client looks them up (CDHASH, BINARY,
     * SIGNINGID, CERTIFICATE, TEAMID) and within one type the narrowest scope first.
     */
    List<Rule> matching(OrganizationScope scope, SoftwareIdentity software);

    /** What would decide on the device if it held the rules and settings of this moment. */
    Explanation explain(OrganizationScope scope, UUID deviceId, SoftwareIdentity software);

    /** {@link #explain} for many files of one device at the cost of about one. */
    Map<SoftwareIdentity, Explanation> explainAll(
            OrganizationScope scope, UUID deviceId, Collection<SoftwareIdentity> software);
}
