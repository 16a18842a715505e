package io.gatehouse.approvals.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How requests of one route are decided.
 *
 * @param stages 1 to 20; each begins when those that it names have ended, those that name none at once
 * @param separation who may never decide, whatever they hold and whoever delegates to them; the requester always belongs
 *     to them
 * @param expiry after which an undecided request ends, 1 hour to 365 days
 * @param freshness how old an agreement may be when the request is carried out, 1 hour to 365 days
 * @param emergency how this may be had before anybody agreed; null: not at all
 */
public record Path(
        List<StagePlan> stages,
        Set<Separation> separation,
        Duration expiry,
        Duration freshness,
        @Nullable Emergency emergency) {

    private static final int MOST_STAGES = 20;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Checks that the stages have an order and that nobody decides their own request. */
    public Path {
        stages = List.copyOf(stages);
        separation = Set.copyOf(separation);
        if (stages.isEmpty()) {
            throw Check.invalid("stages must be 1 to " + MOST_STAGES);
        }
        Check.atMost("stages", stages.size(), MOST_STAGES);
        Check.distinct("stages[].id", stages.stream().map(StagePlan::id).toList());
        Check.within("expiry", expiry, SHORTEST, LONGEST);
        Check.within("freshness", freshness, SHORTEST, LONGEST);
        if (!separation.contains(Separation.REQUESTER)) {
            throw Check.invalid("separation must contain REQUESTER");
        }
        if (stages.stream().allMatch(StagePlan::isVote)) {
            throw Check.invalid("stages must have one in which people decide: votes alone approve nothing");
        }
        checkOrder(stages);
    }

    /** Whether somebody is left to decide when these stages are skipped. Votes are nobody. */
    public boolean asksSomebody(Set<String> skipped) {
        return stages.stream().anyMatch(stage -> !stage.isVote() && !skipped.contains(stage.id()));
    }

    /** Every predecessor exists, and no stage waits for itself by whatever detour. */
    private static void checkOrder(List<StagePlan> stages) {
        Map<String, Set<String>> waiting = new HashMap<>();
        stages.forEach(stage -> waiting.put(stage.id(), new HashSet<>(stage.after())));
        for (StagePlan stage : stages) {
            stage.after().stream()
                    .filter(before -> !waiting.containsKey(before))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw Check.invalid("stage " + stage.id() + " waits for " + unknown + ", which is no stage");
                    });
        }
        while (!waiting.isEmpty()) {
            Set<String> free = new HashSet<>();
            waiting.forEach((id, before) -> {
                if (before.isEmpty()) {
                    free.add(id);
                }
            });
            if (free.isEmpty()) {
                throw Check.invalid(
                        "stages " + waiting.keySet().stream().sorted().toList() + " wait for each other");
            }
            waiting.keySet().removeAll(free);
            waiting.values().forEach(before -> before.removeAll(free));
        }
    }
}
