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

    /** A policy that says "true" isolates nothing: each form is reviewed here. */
    @Test
    void everyPolicyAsksForTheOrganizationInForce() {
        List<String> forms = jdbc.sql("""
                        select distinct regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g')
                            || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
                        from pg_policy p
                        join pg_attribute a on a.attrelid = p.polrelid and a.attname = 'organization_id'
                        where p.polroles = '{0}'
                        order by 1
                        """).query(String.class).list();
        String here = "(organization_id = ( SELECT kernel.current_organization() AS current_organization))";
        String installation = "( SELECT kernel.is_installation() AS is_installation)";
        String provider = "(provider_id = ( SELECT kernel.current_organization() AS current_organization))";
        assertThat(forms)
                .containsExactlyInAnyOrder(here, "(" + here + " OR " + installation + ")", installation, provider);
        assertThat(jdbc.sql("""
                        select p.polrelid::regclass::text from pg_policy p
                        join pg_attribute a on a.attrelid = p.polrelid and a.attname = 'organization_id'
                        where pg_get_expr(p.polqual, p.polrelid) not like '%current_organization%'
                          and p.polroles = '{0}' order by 1
                        """).query(String.class).list())
                .as("what only the installation reads, though it is about organizations")
                .containsExactly("identity.sign_in_attempt");
        assertThat(jdbc.sql(
                                "select polrelid::regclass::text from pg_policy where polname = 'provider' and polcmd = 'r'")
                        .query(String.class)
                        .list())
                .as("what a provider reads of its customers")
                .containsExactlyInAnyOrder("identity.engagement", "identity.visit");
    }

    /** A function of the owner's searches it, and asks for the organization in force itself. */
    @Test
    void theOwnerAloneReadsMoreThanItsOrganizationsAndOnlyEntries() {
        assertThat(jdbc.sql("""
                        select p.polrelid::regclass::text from pg_policy p
                        join pg_class c on c.oid = p.polrelid
                        where p.polroles = array[c.relowner] and p.polcmd = 'r'
                        """).query(String.class).list()).containsExactly("ledger.entry");
        assertThat(jdbc.sql("select count(*) from pg_policy where polroles <> '{0}'")
                        .query(Integer.class)
                        .single())
                .isOne();
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
