package io.gatehouse.santa.votes;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.vote_grant}, and whose Macs are whose. */
@Component
final class VoteGrantStore {

    private final JdbcClient jdbc;

    VoteGrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule that votes made for one Mac of a voter. */
    record Granted(UUID ballot, UUID device, PersonId person, UUID rule) {}

    /** A Mac and whose it is. */
    record Owned(UUID device, PersonId person) {}

    /** The Macs of these people. */
    List<Owned> macs(OrganizationScope scope, Collection<PersonId> people) {
        return jdbc.sql("""
                        select id, owner_id from santa.device
                        where organization_id = :organization and owner_id = any(:people) and retired_at is null
                        order by id
                        """)
                .param("organization", scope.organization().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Owned(row.getObject("id", UUID.class), new PersonId(row.getObject("owner_id", UUID.class))))
                .list();
    }

    /** Those of the people who have a Mac. */
    Set<PersonId> owners(OrganizationScope scope, Collection<PersonId> people) {
        return macs(scope, people).stream().map(Owned::person).collect(Collectors.toSet());
    }

    List<Granted> of(OrganizationScope scope, UUID ballot) {
        return jdbc.sql("""
                        select ballot_id, device_id, person_id, rule_id from santa.vote_grant
                        where organization_id = :organization and ballot_id = :ballot
                        """)
                .param("organization", scope.organization().value())
                .param("ballot", ballot)
                .query((row, _) -> granted(row))
                .list();
    }

    /** What was granted on a Mac to anybody but its owner of now. */
    List<Granted> stranded(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select g.ballot_id, g.device_id, g.person_id, g.rule_id from santa.vote_grant g
                        join santa.device d on d.organization_id = g.organization_id and d.id = g.device_id
                        where g.organization_id = :organization and g.device_id = :device
                            and d.owner_id is distinct from g.person_id
                        """)
                .param("organization", scope.organization().value())
                .param("device", device)
                .query((row, _) -> granted(row))
                .list();
    }

    void insert(OrganizationScope scope, Granted granted) {
        jdbc.sql("""
                        insert into santa.vote_grant (organization_id, ballot_id, device_id, person_id, rule_id)
                        values (:organization, :ballot, :device, :person, :rule)
                        """)
                .param("organization", scope.organization().value())
                .param("ballot", granted.ballot())
                .param("device", granted.device())
                .param("person", granted.person().value())
                .param("rule", granted.rule())
                .update();
    }

    void delete(OrganizationScope scope, Granted granted) {
        jdbc.sql("""
                        delete from santa.vote_grant
                        where organization_id = :organization and ballot_id = :ballot and device_id = :device
                        """)
                .param("organization", scope.organization().value())
                .param("ballot", granted.ballot())
                .param("device", granted.device())
                .update();
    }

    private static Granted granted(ResultSet row) throws SQLException {
        return new Granted(
                row.getObject("ballot_id", UUID.class),
                row.getObject("device_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("rule_id", UUID.class));
    }
}
