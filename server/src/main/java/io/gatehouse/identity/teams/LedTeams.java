package io.gatehouse.identity.teams;

import io.gatehouse.identity.Belongings;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The teams that somebody who leaves has led. */
@Component
final class LedTeams implements Belongings {

    private final TeamStore store;
    private final Ledger ledger;

    LedTeams(TeamStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public Kind kind() {
        return Kind.TEAM;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return ledBy(scope, person).size();
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        if (successor == null) {
            return;
        }
        store.lock(scope);
        for (Team team : ledBy(scope, person)) {
            TeamId id = team.id();
            store.put(scope, id, successor, true);
            ledger.append(
                    scope,
                    NewEntry.of("team.hand-over", "team", id, team.name())
                            .change(Map.of("leadId", person.toString()), Map.of("leadId", successor.toString())));
        }
    }

    private List<Team> ledBy(OrganizationScope scope, PersonId person) {
        return store.all(scope).stream()
                .filter(team -> team.leads().stream().anyMatch(lead -> lead.id().equals(person)))
                .toList();
    }
}
