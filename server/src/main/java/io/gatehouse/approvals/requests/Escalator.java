package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Roster;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Does to a request what time brings, one step in one transaction: whatever fails leaves it as it was. */
@Component
final class Escalator {

    private static final List<Seat> ABOVE =
            List.of(new Seat(new Approvers.Leads(), 1), new Seat(new Approvers.Superior(), 1));

    static final Duration PAUSE = Duration.ofHours(1);

    private final DueStore due;
    private final RequestProcess process;
    private final Staffing staffing;
    private final DueTimes times;
    private final Clock clock;

    Escalator(DueStore due, RequestProcess process, Staffing staffing, DueTimes times, Clock clock) {
        this.due = due;
        this.process = process;
        this.staffing = staffing;
        this.times = times;
        this.clock = clock;
    }

    private record Next(Stage stage, DueTimes.Due due) {}

    /**
     * Whether something was due and done. What is not due any more, by a calendar that changed, is looked at again later;
     * what another node or somebody who decides holds is left to them. Joins the caller's open transaction.
     */
    boolean step(OrganizationScope scope, RequestId id) {
        if (!due.take(scope, id)) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KeptRequest kept = process.read(scope, id);
        if (!kept.expiresAt().isAfter(now)) {
            process.change(scope, id, "request.expire", _ -> new Command.Expire(now));
            return true;
        }
        Optional<Next> next = next(scope, kept, now);
        next.ifPresent(found -> process.change(
                scope,
                id,
                action(step(found)),
                locked -> new Command.Escalate(
                        found.stage().plan().id(), found.due().step(), rosters(scope, locked, found), now)));
        if (next.isEmpty()) {
            due.postpone(scope, id, now, now.plus(PAUSE));
        }
        return next.isPresent();
    }

    private Optional<Next> next(OrganizationScope scope, KeptRequest kept, Instant now) {
        return kept.request().stages().stream()
                .flatMap(stage -> times.next(scope, kept.request(), stage).map(at -> new Next(stage, at)).stream())
                .filter(next -> !next.due().at().isAfter(now))
                .min(Comparator.comparing(next -> next.due().at()));
    }

    private static Step step(Next next) {
        return next.stage().plan().escalations().get(next.due().step()).step();
    }

    private static String action(Step step) {
        return switch (step) {
            case Step.Remind _ -> "request.remind";
            case Step.Add _, Step.Replace _, Step.Raise _ -> "request.escalate";
            case Step.Expire _ -> "request.expire";
        };
    }

    private Map<String, Roster> rosters(OrganizationScope scope, KeptRequest kept, Next next) {
        return switch (step(next)) {
            case Step.Remind _, Step.Expire _ -> Map.of();
            case Step.Add(var group, var seats) -> Map.of(group, roster(scope, kept, seats));
            case Step.Replace(var group, var seats) -> Map.of(group, roster(scope, kept, seats));
            case Step.Raise _ -> {
                Roster above = roster(scope, kept, ABOVE);
                yield next.stage().plan().requirement().groups().stream()
                        .collect(Collectors.toMap(Group::name, _ -> above));
            }
        };
    }

    private Roster roster(OrganizationScope scope, KeptRequest kept, List<Seat> seats) {
        return staffing.roster(scope, kept.request(), seats, staffing.around(scope, kept.request(), kept.asked()));
    }
}
