package io.gatehouse.santa.rules;

import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules for which somebody who leaves answers. */
@Component
final class OwnedRules implements Belongings {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    OwnedRules(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    private record Owned(UUID id, String name) {}

    @Override
    public Kind kind() {
        return Kind.RULE;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return jdbc.sql("select count(*) from santa.rule where organization_id = :organization and owner_id = :person")
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        jdbc.sql("""
                        update santa.rule set owner_id = :successor
                        where organization_id = :organization and owner_id = :person
                        returning id, coalesce(nullif(software_name, ''), identifier) as name
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("successor", successor == null ? null : successor.value())
                .query((row, _) -> new Owned(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .forEach(rule -> ledger.append(scope, entry(rule, person, successor)));
    }

    private static NewEntry entry(Owned rule, PersonId person, @Nullable PersonId successor) {
        return NewEntry.of("rule.hand-over", "rule", rule.id(), rule.name()).change(owner(person), owner(successor));
    }

    private static Map<String, @Nullable Object> owner(@Nullable PersonId person) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("ownerId", person == null ? null : person.toString());
        return fields;
    }
}
