package io.gatehouse.identity.teams;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team in the tree.
 *
 * @param parentId null at the top
 * @param leads by name
 * @param members leads among them, without those of teams below
 */
record Team(TeamId id, String name, @Nullable TeamId parentId, List<PersonRef> leads, long members) {

    TeamRef ref() {
        return new TeamRef(id, name);
    }

    /**
     * A team with its people.
     *
     * @param people by name
     * @param roles how many roles people hold for it; they end with the team
     */
    record Detail(Team team, List<Member> people, long roles) {}

    /** Somebody in the team. */
    record Member(PersonRef person, boolean lead) {}
}
