package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.identity.Place;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom sources of approvers name, just as for running requests. */
public interface Staff {

    /** The kinds of request that there are. */
    List<String> kinds();

    /** Whom the source names now, at most so many. */
    Set<PersonId> people(
            OrganizationScope scope, Approvers source, @Nullable Place requester, Set<PersonId> owners, int most);

    /** As kept with a decision: by which right. */
    String authority(Approvers source);

    /** What ties somebody to a requester by where both stand. */
    Set<Separation> ties(Place place, @Nullable Place requester);

    /** What an earlier request was about, if there is such a one. */
    Optional<Earlier> earlier(OrganizationScope scope, RequestId request);

    /**
     * An earlier request.
     *
     * @param facts as they were when it was routed
     * @param owners whose the thing is, now
     */
    record Earlier(
            String kind,
            PersonId requester,
            PersonId editor,
            Set<PersonId> beneficiaries,
            Set<PersonId> owners,
            Map<String, Object> facts) {}
}
