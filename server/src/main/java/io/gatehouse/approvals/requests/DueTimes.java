package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.calendar.BusinessCalendar;
import io.gatehouse.approvals.calendar.Calendars;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.policy.Escalation;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a stage has waited long enough for its next escalation. */
@Component
final class DueTimes {

    private final Calendars calendars;

    DueTimes(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * An escalation to come.
     *
     * @param step index in the stage's plan
     */
    record Due(int step, Instant at) {}

    /** The next one; none for a stage that does not wait. */
    Optional<Due> next(OrganizationScope scope, Request request, Stage stage) {
        Instant since = stage.activatedAt();
        List<Integer> left = pending(request, stage);
        if (since == null || left.isEmpty()) {
            return Optional.empty();
        }
        BusinessCalendar calendar = calendars.of(scope);
        List<Escalation> plan = stage.plan().escalations();
        return left.stream()
                .map(step -> new Due(step, calendar.plus(since, plan.get(step).after())))
                .min(Comparator.comparing(Due::at).thenComparing(Due::step));
    }

    /** While the requester must answer, nobody is pressed; only the end comes nearer. */
    static List<Integer> pending(Request request, Stage stage) {
        List<Integer> pending = new ArrayList<>();
        if (!request.isOpen() || stage.state() != Stage.State.ACTIVE) {
            return pending;
        }
        boolean waits = request.state() == RequestState.CHANGES_REQUESTED;
        List<Escalation> plan = stage.plan().escalations();
        for (int step = 0; step < plan.size(); step++) {
            boolean comes = !waits || plan.get(step).step() instanceof Step.Expire;
            if (comes && !stage.escalated().contains(step)) {
                pending.add(step);
            }
        }
        return pending;
    }
}
