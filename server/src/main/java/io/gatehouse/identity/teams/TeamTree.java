package io.gatehouse.identity.teams;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.CommonProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The teams of one organization, and what may be done to their tree. */
final class TeamTree {

    static final int MOST_TEAMS = 1_000;
    static final int DEEPEST = 8;

    private final Map<TeamId, Team> teams = new HashMap<>();

    TeamTree(List<Team> all) {
        all.forEach(team -> teams.put(team.id(), team));
    }

    /**
     * The team.
     *
     * @throws io.gatehouse.kernel.ProblemException when there is none
     */
    Team required(TeamId id) {
        Team team = teams.get(id);
        if (team == null) {
            throw CommonProblem.NOT_FOUND.because("There is no such team in the organization");
        }
        return team;
    }

    /** Refuses one team too many, and a name that stands there already. */
    void checkNew(String name, @Nullable TeamId parent) {
        if (teams.size() >= MOST_TEAMS) {
            throw CommonProblem.CONFLICT.because("An organization has at most " + MOST_TEAMS + " teams");
        }
        checkPlace(null, name, parent);
        checkDepth(depth(parent) + 1);
    }

    /** Refuses a place in the team itself or below it, and one that is too deep. */
    void checkMove(Team team, String name, @Nullable TeamId parent) {
        checkApart(team, parent);
        checkPlace(team.id(), name, parent);
        checkDepth(depth(parent) + height(team.id()));
    }

    /** Refuses the team itself and what is below it. */
    void checkApart(Team team, @Nullable TeamId parent) {
        for (TeamId above = parent; above != null; above = required(above).parentId()) {
            if (above.equals(team.id())) {
                throw CommonProblem.CONFLICT.because(team.name() + " cannot be moved below itself");
            }
        }
    }

    private void checkPlace(@Nullable TeamId itself, String name, @Nullable TeamId parent) {
        boolean taken = teams.values().stream()
                .anyMatch(other -> !other.id().equals(itself)
                        && Objects.equals(other.parentId(), parent)
                        && other.name().equalsIgnoreCase(name));
        if (taken) {
            throw CommonProblem.CONFLICT.because("There is a team named " + name + " already in that place");
        }
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw CommonProblem.CONFLICT.because("Teams go at most " + DEEPEST + " deep");
        }
    }

    /** How many teams lead down to this one, itself included. */
    private int depth(@Nullable TeamId team) {
        int depth = 0;
        for (TeamId at = team; at != null; at = required(at).parentId()) {
            depth++;
        }
        return depth;
    }

    private int height(TeamId team) {
        return 1
                + children(team).stream()
                        .mapToInt(child -> height(child.id()))
                        .max()
                        .orElse(0);
    }

    List<Team> children(TeamId team) {
        return teams.values().stream()
                .filter(other -> team.equals(other.parentId()))
                .toList();
    }
}
