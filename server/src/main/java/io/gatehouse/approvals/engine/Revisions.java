package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Edit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what an edit does to the agreements that a request has. */
final class Revisions {

    private Revisions() {}

    static Answer decide(Request request, Command.Revise command) {
        if (!request.isOpen()) {
            return Engine.refused(Engine.alreadyDecided(request));
        }
        if (request.ask().emergency()) {
            return Engine.refused(new Refusal.CarriedOut());
        }
        return command.edit() == Edit.MATERIAL ? material(request, command) : lesser(request, command);
    }

    private static Answer material(Request request, Command.Revise command) {
        if (!command.path().asksSomebody(command.skipped().keySet())) {
            return Engine.refused(new Refusal.NobodyToAsk());
        }
        Set<String> all = command.path().stages().stream()
                .map(plan -> plan.id())
                .filter(id -> !command.skipped().containsKey(id))
                .collect(Collectors.toSet());
        return Engine.accepted(new Event.Revised(
                command.by(),
                command.content(),
                command.edit(),
                command.path(),
                command.skipped(),
                all,
                request.standing().stream().map(Decision::id).collect(Collectors.toSet())));
    }

    private static Answer lesser(Request request, Command.Revise command) {
        Set<String> reset = reset(request, command.edit());
        return Engine.accepted(new Event.Revised(
                command.by(),
                command.content(),
                command.edit(),
                request.path(),
                Map.of(),
                reset,
                request.standing().stream()
                        .filter(decision -> reset.contains(decision.stage()))
                        .map(Decision::id)
                        .collect(Collectors.toSet())));
    }

    /** The stages that do not keep their agreements over the edit, and all that come after them. */
    private static Set<String> reset(Request request, Edit edit) {
        Set<String> reset = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Stage stage : request.stages()) {
                boolean shaken = !stage.plan().keeps().contains(edit)
                        || stage.plan().after().stream().anyMatch(reset::contains);
                if (stage.state() != Stage.State.SKIPPED && shaken) {
                    grew |= reset.add(stage.id());
                }
            }
        }
        return reset;
    }
}
