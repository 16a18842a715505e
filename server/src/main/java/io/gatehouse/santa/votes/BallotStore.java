package io.gatehouse.santa.votes;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.ballot}. */
@Component
final class BallotStore {

    private static final String COLUMNS = """
            select id, rule_type, identifier, sha256, title, state, round, granting, proposed, answered, changed_at
            from santa.ballot where organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final VoteStore votes;

    BallotStore(JdbcClient jdbc, VoteStore votes) {
        this.jdbc = jdbc;
        this.votes = votes;
    }

    /** The ballot for the key, locked; made when there is none. */
    StoredBallot open(OrganizationScope scope, StoredBallot fresh) {
        jdbc.sql("""
                        insert into santa.ballot (organization_id, id, rule_type, identifier, sha256, title, state, round,
                            granting, proposed, changed_at)
                        values (:organization, :id, :type, :identifier, :sha256, :title, 'OPEN', 1, false, false, :now)
                        on conflict (organization_id, rule_type, identifier) do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("id", fresh.ballot().id())
                .param("type", fresh.key().type().name())
                .param("identifier", fresh.key().identifier())
                .param("sha256", fresh.sha256())
                .param("title", fresh.title())
                .param("now", fresh.changedAt().atOffset(ZoneOffset.UTC))
                .update();
        UUID id = Sql.of("select id from santa.ballot where organization_id = :organization")
                .append("and rule_type = :type and identifier = :identifier for update")
                .with("organization", scope.organization().value())
                .with("type", fresh.key().type().name())
                .with("identifier", fresh.key().identifier())
                .on(jdbc)
                .query(UUID.class)
                .single();
        return find(scope, id).orElseThrow();
    }

    /** Locked by a statement of its own: what is read after it has all votes of before. */
    Optional<StoredBallot> lock(OrganizationScope scope, UUID id) {
        jdbc.sql("select id from santa.ballot where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(scope, id);
    }

    Optional<StoredBallot> find(OrganizationScope scope, UUID id) {
        return read(scope, Sql.of(COLUMNS).append("and id = :id").with("id", id)).stream()
                .findFirst();
    }

    List<StoredBallot> of(OrganizationScope scope, Collection<RuleKey> keys) {
        return read(
                scope,
                Sql.of(COLUMNS)
                        .append("and (rule_type, identifier) in (select * from unnest(:types, :identifiers))")
                        .with(
                                "types",
                                keys.stream().map(key -> key.type().name()).toArray(String[]::new))
                        .with(
                                "identifiers",
                                keys.stream().map(RuleKey::identifier).toArray(String[]::new)));
    }

    /** Those of the state, or of any; the latest change first. */
    Page<StoredBallot> list(OrganizationScope scope, Ballot.@Nullable State state, @Nullable String cursor, int limit) {
        Cursor last = Cursor.decode(cursor, 2);
        Sql after = last == null
                ? Sql.of("")
                : Sql.of("and (changed_at, id) < (:lastAt, :lastId)", "lastAt", last.time(0))
                        .with("lastId", last.id(1));
        Sql wanted = state == null ? Sql.of("") : Sql.of("and state = :state", "state", state.name());
        List<StoredBallot> found = read(
                scope,
                Sql.of(COLUMNS)
                        .append(wanted)
                        .append(after)
                        .append("order by changed_at desc, id desc limit :limit")
                        .with("limit", limit + 1));
        return Page.of(
                found, limit, row -> Cursor.of(row.changedAt(), row.ballot().id()));
    }

    private List<StoredBallot> read(OrganizationScope scope, Sql sql) {
        List<StoredBallot> empty = sql.with("organization", scope.organization().value())
                .on(jdbc)
                .query((row, _) -> row(row))
                .list();
        return empty.isEmpty() ? empty : votes.fill(scope, empty);
    }

    void update(OrganizationScope scope, StoredBallot stored) {
        Ballot ballot = stored.ballot();
        jdbc.sql("""
                        update santa.ballot set state = :state, round = :round, granting = :granting, proposed = :proposed,
                            answered = :answered, changed_at = :now
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", ballot.id())
                .param("state", ballot.state().name())
                .param("round", ballot.round())
                .param("granting", ballot.granting())
                .param("proposed", ballot.proposed())
                .param("answered", ballot.answered().toArray(UUID[]::new))
                .param("now", stored.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StoredBallot row(ResultSet row) throws SQLException {
        Ballot ballot = new Ballot(
                row.getObject("id", UUID.class),
                row.getInt("round"),
                Ballot.State.valueOf(row.getString("state")),
                row.getBoolean("granting"),
                row.getBoolean("proposed"),
                List.of(),
                Set.of((UUID[]) row.getArray("answered").getArray()));
        Instant changed = Rows.instant(row, "changed_at");
        RuleKey key = new RuleKey(RuleType.valueOf(row.getString("rule_type")), row.getString("identifier"));
        return new StoredBallot(ballot, key, row.getString("sha256"), row.getString("title"), changed);
    }
}
