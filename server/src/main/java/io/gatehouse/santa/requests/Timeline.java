package io.gatehouse.santa.requests;

import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a request, in plain words, newest first. */
final class Timeline {

    private final List<RequestDetail.TimelineItem> items = new ArrayList<>();

    private Timeline() {}

    static List<RequestDetail.TimelineItem> of(
            RequestView request,
            @Nullable DeviceRef device,
            @Nullable Rule made,
            RequestDetail.@Nullable Delivery delivery) {
        Timeline timeline = new Timeline();
        Actor requester = Actor.person(request.requester(), request.requesterName());
        timeline.add(request.submittedAt(), requester, "asked for " + request.title() + ".");
        request.decisions().forEach(timeline::add);
        Instant end = request.closedAt();
        if (end != null && request.state() == RequestState.WITHDRAWN) {
            timeline.add(end, requester, "withdrew it.");
        }
        if (end != null && request.state() == RequestState.EXPIRED) {
            timeline.add(end, Actor.system(), "closed it, since nobody decided in time.");
        }
        if (end != null && made != null) {
            String where = made.scope().describe();
            timeline.add(end, Actor.system(), "made the rule for " + made.ruleType() + " in " + where + ".");
        }
        if (device != null && delivery != null && delivery.deliveredAt() != null) {
            timeline.add(delivery.deliveredAt(), Actor.device(device.id(), device.displayName()), "took the rule.");
        }
        return timeline.items.reversed();
    }

    private void add(DecisionView decision) {
        Actor approver = Actor.person(decision.person(), decision.personName());
        add(
                decision.at(),
                approver,
                switch (decision.outcome()) {
                            case APPROVED -> "approved it";
                            case REJECTED -> "denied it";
                            case ABSTAINED -> "left it to the others";
                            case RETURNED -> "asked back";
                        }
                        + (decision.member().equals(decision.person())
                                ? "."
                                : " in the place of " + decision.memberName() + "."));
    }

    private void add(Instant at, Actor actor, String sentence) {
        items.add(new RequestDetail.TimelineItem(at, actor, sentence));
    }
}
