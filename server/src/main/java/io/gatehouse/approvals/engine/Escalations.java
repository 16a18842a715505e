package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what happens when a stage has waited. A step that was taken before, by another node perhaps, is not due. */
final class Escalations {

    private Escalations() {}

    static Answer decide(Request request, Command.Escalate command) {
        return request.stage(command.stage())
                .filter(stage -> request.isOpen() && stage.state() == Stage.State.ACTIVE)
                .filter(stage -> command.step() >= 0
                        && command.step() < stage.plan().escalations().size()
                        && !stage.escalated().contains(command.step()))
                .map(stage -> step(request, stage, command))
                .orElseGet(() -> Engine.refused(new Refusal.NotDue()));
    }

    private static Answer step(Request request, Stage stage, Command.Escalate command) {
        Step step = stage.plan().escalations().get(command.step()).step();
        if (request.state() == RequestState.CHANGES_REQUESTED && !(step instanceof Step.Expire)) {
            return Engine.refused(new Refusal.WaitsForRequester());
        }
        return Engine.settled(request, stage.id(), events(request, stage, step, command));
    }

    private static List<Event> events(Request request, Stage stage, Step step, Command.Escalate command) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Escalated(stage.id(), command.step(), command.at()));
        switch (step) {
            case Step.Remind _ -> {}
            case Step.Add add -> add(stage, add.to(), command, events);
            case Step.Replace replace -> replace(request, stage, replace.in(), command, events);
            case Step.Raise _ -> {
                Tally tally = new Tally(request, stage);
                stage.plan().requirement().groups().stream()
                        .filter(group -> !tally.isMet(group))
                        .forEach(group -> add(stage, group.name(), command, events));
            }
            case Step.Expire _ -> {
                events.add(new Event.StageExpired(stage.id()));
                events.add(new Event.Closed(Engine.unheard(request), command.at()));
            }
        }
        return events;
    }

    private static void add(Stage stage, String group, Command.Escalate command, List<Event> events) {
        Roster added = command.rosters().getOrDefault(group, Roster.NOBODY);
        if (!added.members().isEmpty()) {
            Roster before = stage.roster(group);
            events.add(new Event.RosterChanged(stage.id(), group, before.with(added)));
        }
    }

    /** Nobody is replaced by nobody: the group would be met by the few who have spoken. */
    private static void replace(
            Request request, Stage stage, String group, Command.Escalate command, List<Event> events) {
        Roster others = command.rosters().getOrDefault(group, Roster.NOBODY);
        if (!others.members().isEmpty()) {
            Set<PersonId> spoken = request.standing(stage).stream()
                    .flatMap(decision -> Stream.of(decision.person(), decision.member()))
                    .collect(Collectors.toSet());
            Roster before = stage.roster(group);
            events.add(new Event.RosterChanged(stage.id(), group, before.replaced(spoken, others)));
        }
    }
}
