package io.gatehouse.santa.requests;

import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.StageView;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.DeviceRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts people and devices beside requests. */
@Component
final class RequestViews {

    private final People people;
    private final SoftwareRequestStore requests;

    RequestViews(People people, SoftwareRequestStore requests) {
        this.people = people;
        this.requests = requests;
    }

    List<RequestSummary> summaries(OrganizationScope scope, Collection<RequestView> views) {
        List<RequestId> ids = views.stream().map(RequestView::id).toList();
        Map<RequestId, DeviceRef> devices = ids.isEmpty() ? Map.of() : requests.devices(scope, ids);
        Set<PersonId> concerned = new LinkedHashSet<>();
        views.forEach(view -> {
            concerned.add(view.requester());
            view.decisions().forEach(decision -> concerned.add(decision.person()));
        });
        Map<PersonId, PersonRef> known = concerned.isEmpty() ? Map.of() : people.refs(scope, concerned);
        return views.stream()
                .map(view -> summary(view, known, devices.get(view.id())))
                .toList();
    }

    private static RequestSummary summary(
            RequestView view, Map<PersonId, PersonRef> known, @Nullable DeviceRef device) {
        DecisionView deciding = view.deciding();
        return new RequestSummary(
                view.id(),
                view.number(),
                view.state(),
                view.kind(),
                view.title(),
                person(known, view.requester(), view.requesterName()),
                device,
                view.justification(),
                view.submittedAt(),
                waitsFor(view),
                view.closedAt(),
                deciding == null ? null : person(known, deciding.person(), deciding.personName()));
    }

    private static List<String> waitsFor(RequestView view) {
        boolean asks = view.state() == RequestState.IN_REVIEW || view.state() == RequestState.POST_REVIEW;
        return view.path().stream()
                .filter(stage -> asks && stage.state() == StageView.State.ACTIVE)
                .flatMap(stage -> stage.groups().stream())
                .filter(group -> !group.met())
                .map(StageView.GroupView::name)
                .toList();
    }

    /** The path with the names of those who may decide. */
    ShownPath path(OrganizationScope scope, RequestView view) {
        Set<PersonId> concerned = new LinkedHashSet<>();
        view.path().forEach(stage -> stage.groups().forEach(group -> concerned.addAll(group.silent())));
        view.decisions().forEach(made -> concerned.addAll(List.of(made.person(), made.member())));
        Map<PersonId, PersonRef> known = concerned.isEmpty() ? Map.of() : people.refs(scope, concerned);
        return ShownPath.of(view, known);
    }

    /** Somebody whom the organization no longer knows keeps the name that they had then. */
    static PersonRef person(Map<PersonId, PersonRef> known, PersonId id, String name) {
        PersonRef ref = known.get(id);
        return ref == null ? new PersonRef(id, name, "") : ref;
    }
}
