package io.gatehouse.santa.votes;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.Reputation;
import io.gatehouse.santa.ballot.Side;
import io.gatehouse.santa.ballot.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code santa.vote} and {@code santa.vote_outcome}: what people said, and how it turned out. */
@Component
final class VoteStore {

    private final JdbcClient jdbc;

    VoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ballots with the votes of their rounds. */
    List<StoredBallot> fill(OrganizationScope scope, List<StoredBallot> empty) {
        Map<UUID, List<Vote>> votes = new HashMap<>();
        jdbc.sql("""
                        select v.ballot_id, v.id, v.person_id, v.side, v.points, v.reason, v.cast_at
                        from santa.vote v
                        join santa.ballot b on b.organization_id = v.organization_id and b.id = v.ballot_id
                            and b.round = v.round
                        where v.organization_id = :organization and v.ballot_id = any(:ballots)
                        order by v.cast_at, v.id
                        """)
                .param("organization", scope.organization().value())
                .param("ballots", empty.stream().map(row -> row.ballot().id()).toArray(UUID[]::new))
                .query(row -> {
                    votes.computeIfAbsent(row.getObject("ballot_id", UUID.class), _ -> new ArrayList<>())
                            .add(vote(row));
                });
        return empty.stream()
                .map(row -> row.with(
                        with(row.ballot(), votes.getOrDefault(row.ballot().id(), List.of())), row.changedAt()))
                .toList();
    }

    private static Ballot with(Ballot ballot, List<Vote> votes) {
        return new Ballot(
                ballot.id(),
                ballot.round(),
                ballot.state(),
                ballot.granting(),
                ballot.proposed(),
                votes,
                ballot.answered());
    }

    /** @param before the ballot without it */
    void insert(OrganizationScope scope, Ballot before, Vote vote) {
        long turn = 1
                + before.votes().stream()
                        .filter(earlier -> earlier.person().equals(vote.person()))
                        .count();
        jdbc.sql("""
                        insert into santa.vote (organization_id, id, ballot_id, round, person_id, turn, side, points, reason,
                            cast_at)
                        values (:organization, :id, :ballot, :round, :person, :turn, :side, :points, :reason, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", vote.id())
                .param("ballot", before.id())
                .param("round", before.round())
                .param("person", vote.person().value())
                .param("turn", turn)
                .param("side", vote.side().name())
                .param("points", vote.points())
                .param("reason", vote.reason())
                .param("at", vote.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How the thing of a ballot's round turned out; what was found last counts. */
    void found(OrganizationScope scope, UUID ballot, int round, boolean harmless, Collection<PersonId> by, Instant at) {
        jdbc.sql("""
                        insert into santa.vote_outcome (organization_id, ballot_id, round, harmless, found_by, found_at)
                        values (:organization, :ballot, :round, :harmless, :by, :at)
                        on conflict (organization_id, ballot_id, round) do update
                            set harmless = excluded.harmless, found_by = excluded.found_by, found_at = excluded.found_at
                        """)
                .param("organization", scope.organization().value())
                .param("ballot", ballot)
                .param("round", round)
                .param("harmless", harmless)
                .param("by", by.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How each person's votes turned out: of each round the last one, if it was given before, and not by their own word. */
    List<Reputation.Outcome> outcomes(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select distinct on (v.ballot_id, v.round) (v.side = 'UP') = o.harmless as is_right, o.found_at
                        from santa.vote v
                        join santa.vote_outcome o on o.organization_id = v.organization_id and o.ballot_id = v.ballot_id
                            and o.round = v.round
                        where v.organization_id = :organization and v.person_id = :person and v.cast_at <= o.found_at
                            and not :person = any(o.found_by)
                        order by v.ballot_id, v.round, v.turn desc
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> new Reputation.Outcome(row.getBoolean("is_right"), Rows.instant(row, "found_at")))
                .list();
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                Side.valueOf(row.getString("side")),
                row.getInt("points"),
                row.getString("reason"),
                Rows.instant(row, "cast_at"));
    }
}
