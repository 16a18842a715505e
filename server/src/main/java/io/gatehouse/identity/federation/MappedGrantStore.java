package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.MappingRule;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.mapped_grant}, and of {@code identity.team_member} that a rule made. */
@Repository
final class MappedGrantStore {

    private final JdbcClient jdbc;

    MappedGrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets exactly these rules of the provider hold for the member; answers how much changed. */
    int replace(IdentityProvider provider, PersonId person, List<MappingRule> rules, Instant now) {
        return endGrants(provider, person, rules)
                + endPlaces(provider, person, rules)
                + give(provider, person, ids(rules, rule -> !rule.joinsTeam()), now)
                + place(provider, person, ids(rules, MappingRule::joinsTeam));
    }

    private int endGrants(IdentityProvider provider, PersonId person, List<MappingRule> kept) {
        return values(jdbc.sql("""
                        delete from identity.mapped_grant g using identity.mapping_rule r
                        where g.organization_id = :organization and g.person_id = :person
                          and r.organization_id = g.organization_id and r.id = g.rule_id
                          and r.provider_id = :provider and not (g.rule_id = any(:rules))
                        """), provider, person, ids(kept, _ -> true))
                .param("provider", provider.id())
                .update();
    }

    private int endPlaces(IdentityProvider provider, PersonId person, List<MappingRule> kept) {
        return values(jdbc.sql("""
                        delete from identity.team_member m using identity.mapping_rule r
                        where m.organization_id = :organization and m.person_id = :person
                          and r.organization_id = m.organization_id and r.id = m.rule_id
                          and r.provider_id = :provider and not (m.rule_id = any(:rules))
                        """), provider, person, ids(kept, _ -> true))
                .param("provider", provider.id())
                .update();
    }

    private int give(IdentityProvider provider, PersonId person, UUID[] rules, Instant now) {
        return values(jdbc.sql("""
                        insert into identity.mapped_grant (organization_id, rule_id, person_id, since)
                        select :organization, rule, :person, :now from unnest(:rules) rule on conflict do nothing
                        """), provider, person, rules)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private int place(IdentityProvider provider, PersonId person, UUID[] rules) {
        return values(jdbc.sql("""
                        insert into identity.team_member (organization_id, team_id, person_id, rule_id)
                        select organization_id, team_id, :person, id from identity.mapping_rule
                        where organization_id = :organization and id = any(:rules) on conflict do nothing
                        """), provider, person, rules).update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, IdentityProvider provider, PersonId person, UUID[] rules) {
        return statement
                .param("organization", provider.organization().value())
                .param("person", person.value())
                .param("rules", rules);
    }

    private static UUID[] ids(List<MappingRule> rules, Predicate<MappingRule> wanted) {
        return rules.stream().filter(wanted).map(MappingRule::id).toArray(UUID[]::new);
    }
}
