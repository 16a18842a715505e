package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.MappingRule;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.mapped_grant}, and of {@code identity.team_member} that a rule made. */
@Repository
final class MappedGrantStore {

    private final JdbcClient jdbc;

    MappedGrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets exactly these rules of the provider hold for each of the members; answers for whom that changed something. */
    Set<PersonId> replace(IdentityProvider provider, Map<PersonId, List<MappingRule>> gained, Instant now) {
        UUID[] people = gained.keySet().stream().map(PersonId::value).toArray(UUID[]::new);
        Pairs kept = Pairs.of(gained);
        Set<PersonId> changed = new LinkedHashSet<>();
        changed.addAll(endGrants(provider, people, kept));
        changed.addAll(endPlaces(provider, people, kept));
        changed.addAll(give(provider, kept, now));
        changed.addAll(place(provider, kept));
        return changed;
    }

    /** Who has what by a rule, side by side. */
    private record Pairs(UUID[] people, UUID[] rules) {

        static Pairs of(Map<PersonId, List<MappingRule>> gained) {
            List<UUID> people = new ArrayList<>();
            List<UUID> rules = new ArrayList<>();
            gained.forEach((person, held) -> held.forEach(rule -> {
                people.add(person.value());
                rules.add(rule.id());
            }));
            return new Pairs(people.toArray(UUID[]::new), rules.toArray(UUID[]::new));
        }
    }

    private List<PersonId> endGrants(IdentityProvider provider, UUID[] people, Pairs kept) {
        return values(jdbc.sql("""
                        delete from identity.mapped_grant g using identity.mapping_rule r
                        where g.organization_id = :organization and g.person_id = any(:people)
                          and r.organization_id = g.organization_id and r.id = g.rule_id and r.provider_id = :provider
                          and not exists (select from unnest(:holders, :rules) k (person_id, rule_id)
                              where k.person_id = g.person_id and k.rule_id = g.rule_id)
                        returning g.person_id
                        """), provider, kept)
                .param("provider", provider.id())
                .param("people", people)
                .query(MappedGrantStore::person)
                .list();
    }

    private List<PersonId> endPlaces(IdentityProvider provider, UUID[] people, Pairs kept) {
        return values(jdbc.sql("""
                        delete from identity.team_member m using identity.mapping_rule r
                        where m.organization_id = :organization and m.person_id = any(:people)
                          and r.organization_id = m.organization_id and r.id = m.rule_id and r.provider_id = :provider
                          and not exists (select from unnest(:holders, :rules) k (person_id, rule_id)
                              where k.person_id = m.person_id and k.rule_id = m.rule_id)
                        returning m.person_id
                        """), provider, kept)
                .param("provider", provider.id())
                .param("people", people)
                .query(MappedGrantStore::person)
                .list();
    }

    private List<PersonId> give(IdentityProvider provider, Pairs kept, Instant now) {
        return values(jdbc.sql("""
                        insert into identity.mapped_grant (organization_id, rule_id, person_id, since)
                        select r.organization_id, r.id, k.person_id, :now
                        from unnest(:holders, :rules) k (person_id, rule_id)
                        join identity.mapping_rule r on r.organization_id = :organization and r.id = k.rule_id
                        where not r.joins_team
                        on conflict do nothing returning person_id
                        """), provider, kept)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MappedGrantStore::person)
                .list();
    }

    private List<PersonId> place(IdentityProvider provider, Pairs kept) {
        return values(jdbc.sql("""
                        insert into identity.team_member (organization_id, team_id, person_id, rule_id)
                        select r.organization_id, r.team_id, k.person_id, r.id
                        from unnest(:holders, :rules) k (person_id, rule_id)
                        join identity.mapping_rule r on r.organization_id = :organization and r.id = k.rule_id
                        where r.joins_team
                        on conflict do nothing returning person_id
                        """), provider, kept)
                .query(MappedGrantStore::person)
                .list();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, IdentityProvider provider, Pairs kept) {
        return statement
                .param("organization", provider.organization().value())
                .param("holders", kept.people())
                .param("rules", kept.rules());
    }

    private static PersonId person(ResultSet row, int number) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }
}
