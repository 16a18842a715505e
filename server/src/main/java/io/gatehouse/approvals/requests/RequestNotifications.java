package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.StageView;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.notifications.Notification;
import io.gatehouse.notifications.Notification.Kind;
import io.gatehouse.notifications.Notifications;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people which requests concern them, and takes it back when they do no longer, in the transaction of the change. */
@Component
class RequestNotifications {

    private final Notifications notifications;
    private final RequestStore requests;

    RequestNotifications(Notifications notifications, RequestStore requests) {
        this.notifications = notifications;
        this.requests = requests;
    }

    @EventListener
    void on(RequestSubmitted event) {
        changed(event.organization(), event.request());
    }

    @EventListener
    void on(RequestAdvanced event) {
        changed(event.organization(), event.request());
    }

    @EventListener
    void on(RequestClosed event) {
        changed(event.organization(), event.request());
    }

    private void changed(OrganizationId organization, RequestId id) {
        OrganizationScope scope = OrganizationScope.system(organization);
        RequestView request = requests.find(scope, id).orElseThrow().view();
        concern(scope, request, Kind.REQUEST_TO_DECIDE, asked(request, RequestState.IN_REVIEW));
        concern(scope, request, Kind.REQUEST_TO_REVIEW, asked(request, RequestState.POST_REVIEW));
        questions(scope, request);
        outcome(request.state()).ifPresent(kind -> tell(scope, request, kind, Set.of(request.requester())));
    }

    /** Who belongs to an open stage and has not spoken, while that state lasts. */
    private static Set<PersonId> asked(RequestView request, RequestState state) {
        return request.path().stream()
                .filter(stage -> request.state() == state && stage.state() == StageView.State.ACTIVE)
                .flatMap(stage -> stage.groups().stream())
                .flatMap(group -> group.silent().stream())
                .collect(Collectors.toSet());
    }

    private void questions(OrganizationScope scope, RequestView request) {
        if (request.state() == RequestState.CHANGES_REQUESTED) {
            concern(scope, request, Kind.REQUEST_ANSWERED, Set.of());
            tell(scope, request, Kind.REQUEST_ASKED_BACK, Set.of(request.requester()));
        } else if (notifications.takeBack(
                                scope, Kind.REQUEST_ASKED_BACK, request.id().value(), Set.of())
                        > 0
                && request.state().isOpen()) {
            request.decisions().stream()
                    .filter(made -> made.outcome() == Outcome.RETURNED)
                    .reduce((_, later) -> later)
                    .ifPresent(question -> tell(scope, request, Kind.REQUEST_ANSWERED, Set.of(question.person())));
        }
    }

    private void concern(OrganizationScope scope, RequestView request, Kind kind, Set<PersonId> people) {
        notifications.takeBack(scope, kind, request.id().value(), people);
        tell(scope, request, kind, people);
    }

    private void tell(OrganizationScope scope, RequestView request, Kind kind, Set<PersonId> people) {
        notifications.tell(scope, new Notification(kind, request.id().value(), "/requests/" + request.id()), people);
    }

    private static Optional<Kind> outcome(RequestState state) {
        return switch (state) {
            case APPROVED -> Optional.of(Kind.REQUEST_APPROVED);
            case REJECTED -> Optional.of(Kind.REQUEST_REJECTED);
            case EXPIRED -> Optional.of(Kind.REQUEST_EXPIRED);
            case RATIFIED -> Optional.of(Kind.REQUEST_RATIFIED);
            case REPUDIATED -> Optional.of(Kind.REQUEST_REPUDIATED);
            case IN_REVIEW, CHANGES_REQUESTED, POST_REVIEW, WITHDRAWN -> Optional.empty();
        };
    }
}
