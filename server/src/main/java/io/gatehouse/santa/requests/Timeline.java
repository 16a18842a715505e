package io.gatehouse.santa.requests;

import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.FormerVersion;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.StageView;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.rules.Rule;
import io.gatehouse.santa.software.SoftwareSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a request, in plain words, newest first. */
final class Timeline {

    private final List<RequestDetail.TimelineItem> items = new ArrayList<>();

    private Timeline() {}

    static List<RequestDetail.TimelineItem> of(
            RequestView request,
            List<FormerVersion> former,
            @Nullable DeviceRef device,
            @Nullable Rule made,
            RequestDetail.@Nullable Delivery delivery) {
        Timeline timeline = new Timeline();
        Actor requester = Actor.person(request.requester(), request.requesterName());
        timeline.add(request.submittedAt(), requester, asked(request));
        former.forEach(version -> timeline.add(
                version.replacedAt(), requester, "changed it, which made version " + (version.version() + 1) + "."));
        timeline.addStages(request.path());
        boolean several = request.path().size() > 1
                || request.path().stream().anyMatch(stage -> stage.groups().size() > 1);
        DecisionView last = request.deciding();
        request.decisions().forEach(each -> timeline.add(each, several, each.equals(last)));
        timeline.addEnd(request, requester, made);
        if (device != null && delivery != null && delivery.deliveredAt() != null) {
            timeline.add(delivery.deliveredAt(), Actor.device(device.id(), device.displayName()), "took the rule.");
        }
        timeline.items.sort(Comparator.comparing(RequestDetail.TimelineItem::at));
        return timeline.items.reversed();
    }

    private static String asked(RequestView request) {
        return request.subject().containsKey(SoftwareSubject.ENTRY)
                ? "took " + request.title() + " from the catalogue of approved software."
                : "asked for " + request.title() + ".";
    }

    private void addEnd(RequestView request, Actor requester, @Nullable Rule made) {
        Instant end = request.closedAt();
        if (end == null) {
            return;
        }
        if (request.state() == RequestState.WITHDRAWN) {
            add(end, requester, "withdrew it.");
        }
        if (request.state() == RequestState.EXPIRED) {
            add(end, Actor.system(), "closed it, since nobody decided in time.");
        }
        if (made != null) {
            String where = made.scope().describe();
            add(end, Actor.system(), "made the rule for " + made.ruleType() + " in " + where + ".");
        }
    }

    /** Where there is one stage only, that it began says nothing. */
    private void addStages(List<StageView> path) {
        for (StageView stage : path) {
            if (path.size() > 1 && stage.since() != null) {
                add(stage.since(), Actor.system(), "began the stage " + stage.name() + ".");
            }
        }
    }

    /** What was said last is shown with the outcome. */
    private void add(DecisionView decision, boolean several, boolean last) {
        String what = switch (decision.outcome()) {
            case APPROVED -> "approved it";
            case REJECTED -> "denied it";
            case ABSTAINED -> "left it to the others";
            case RETURNED -> "asked back";
        };
        String group = several ? " for " + decision.group() : "";
        String place = decision.member().equals(decision.person())
                ? ""
                : " in the place of " + decision.memberName() + ", by delegation";
        boolean stale = !decision.counts() && decision.outcome() != Outcome.RETURNED;
        items.add(new RequestDetail.TimelineItem(
                decision.at(),
                Actor.person(decision.person(), decision.personName()),
                what + group + place + (stale ? ". That counts no more." : "."),
                last ? null : decision.comment()));
    }

    private void add(Instant at, Actor actor, String sentence) {
        items.add(new RequestDetail.TimelineItem(at, actor, sentence, null));
    }
}
