package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.policies.Staff;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.identity.Place;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets policies be tried with the very rules by which requests run. */
@Component
final class RequestStaff implements Staff {

    private final Sources sources;
    private final Executors executors;
    private final RequestStore requests;

    RequestStaff(Sources sources, Executors executors, RequestStore requests) {
        this.sources = sources;
        this.executors = executors;
        this.requests = requests;
    }

    @Override
    public List<String> kinds() {
        return executors.kinds();
    }

    @Override
    public Set<PersonId> people(
            OrganizationScope scope, Approvers source, @Nullable Place requester, Set<PersonId> owners, int most) {
        return sources.people(scope, source, new Surroundings(requester, owners), most);
    }

    @Override
    public String authority(Approvers source) {
        return Sources.authority(source);
    }

    @Override
    public Set<Separation> ties(Place place, @Nullable Place requester) {
        return Staffing.ties(place, new Surroundings(requester, Set.of()));
    }

    @Override
    public Optional<Earlier> earlier(OrganizationScope scope, RequestId request) {
        return requests.find(scope, request)
                .map(kept -> new Earlier(
                        kept.asked().kind(),
                        kept.request().ask().requester(),
                        kept.request().content().editor(),
                        kept.request().ask().beneficiaries(),
                        executors.of(kept.asked().kind()).owners(scope, kept.asked()),
                        kept.routing().facts()));
    }
}
