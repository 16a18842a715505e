package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the database's own catalogue: isolation must not depend on anyone remembering it. */
@ServerTest
final class IsolationIT {

    private final JdbcClient jdbc;

    @Autowired
    IsolationIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyTableWithAnOrganizationHasForcedRowLevelSecurityAndAPolicy() {
        List<String> unguarded = jdbc.sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
                        where c.relkind in ('r', 'p')
                          and (not c.relrowsecurity or not c.relforcerowsecurity
                               or not exists (select 1 from pg_policy p where p.polrelid = c.oid))
                        """).query(String.class).list();
        assertThat(unguarded).isEmpty();
    }

    @Test
    void theServerUsesARoleThatOwnsNothingAndBypassesNothing() {
        assertThat(jdbc.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
