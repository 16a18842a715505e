package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.StageView;
import io.gatehouse.approvals.engine.Progress;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.Veto;
import java.util.List;
import java.util.Set;

/** Shows the stages of a request. */
final class Stages {

    private Stages() {}

    static List<StageView> of(Request request) {
        return request.stages().stream().map(stage -> view(request, stage)).toList();
    }

    private static StageView view(Request request, Stage stage) {
        return new StageView(
                stage.plan().id(),
                stage.plan().name(),
                StageView.State.valueOf(stage.state().name()),
                stage.plan().after(),
                stage.skipped(),
                stage.activatedAt(),
                stage.plan().veto() == Veto.ENDS,
                need(stage.plan().requirement()),
                request.progress(stage).stream()
                        .map(progress -> group(stage, progress))
                        .toList());
    }

    private static StageView.Need need(Requirement requirement) {
        return switch (requirement) {
            case Group group -> new StageView.Need(StageView.Kind.GROUP, group.name(), List.of());
            case Requirement.All(var parts) -> new StageView.Need(StageView.Kind.ALL, null, needs(parts));
            case Requirement.Any(var parts) -> new StageView.Need(StageView.Kind.ANY, null, needs(parts));
            case Requirement.Votes _ -> new StageView.Need(StageView.Kind.VOTES, null, List.of());
        };
    }

    private static List<StageView.Need> needs(List<Requirement> parts) {
        return parts.stream().map(Stages::need).toList();
    }

    private static StageView.GroupView group(Stage stage, Progress progress) {
        Quorum quorum = progress.group().quorum();
        boolean share = quorum instanceof Quorum.Percent || quorum instanceof Quorum.Everyone;
        boolean unknown = share && stage.activatedAt() == null;
        return new StageView.GroupView(
                progress.group().name(),
                quorum instanceof Quorum.Weight,
                unknown ? 0 : progress.needed(),
                progress.agreed(),
                progress.isMet(),
                stage.state() == Stage.State.ACTIVE ? progress.silent() : Set.of());
    }
}
