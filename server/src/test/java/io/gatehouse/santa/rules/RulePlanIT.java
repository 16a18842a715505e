package io.gatehouse.santa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Sql;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.postgres.Database;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The list of rules reads by an index in every order, as the application's role and under row-level security. */
@ServerTest
final class RulePlanIT {

    private static final int RULES = 10_000;
    private static final RuleQuery ALL = new RuleQuery(null, null, null, null, null, null, null);

    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final RuleListStore store;
    private TestOrganization acme;

    @Autowired
    RulePlanIT(TestOrganizations organizations, Transactions transactions, JdbcClient jdbc, RuleListStore store) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.store = store;
    }

    @BeforeEach
    void manyRules() {
        acme = organizations.enterprise();
        transactions.write(
                acme.scope(),
                () -> jdbc.sql("""
                        insert into santa.rule (organization_id, id, scope_kind, scope_id, rule_type, identifier, policy,
                            expires_at, created_by)
                        select :organization, gen_random_uuid(), 'ORGANIZATION', :organization, 1, md5('' || i), 1,
                            now() + make_interval(days => i), '{"type": "SYSTEM", "displayName": "Test"}'
                        from generate_series(1, :count) i
                        """)
                        .param("organization", acme.id().value())
                        .param("count", RULES)
                        .update());
        analyze();
    }

    @ParameterizedTest
    @CsvSource({
        "-updatedAt, rule_updated",
        "updatedAt,  rule_updated",
        "identifier, rule_by_identifier",
        "-identifier, rule_by_identifier",
        "expiresAt,  rule_by_expiry"
    })
    void everyOrderIsThatOfAnIndex(String sort, String index) {
        assertThat(plan(ALL, sort)).contains(index).doesNotContain("Sort").doesNotContain("Seq Scan on rule ");
    }

    @Test
    void aFilteredListStaysWithinItsOrganization() {
        RuleQuery query = new RuleQuery("abc", null, null, null, null, null, true);
        assertThat(plan(query, RuleListStore.NEWEST_FIRST)).doesNotContain("Seq Scan on rule ");
    }

    private String plan(RuleQuery query, String sort) {
        Sql page = store.statement(acme.id(), query, sort).append("limit 51");
        return transactions.<String>read(
                acme.scope(),
                () -> String.join(
                        "\n",
                        Sql.of("explain")
                                .append(page)
                                .on(jdbc)
                                .query(String.class)
                                .list()));
    }

    /** As autovacuum would soon; the application's role may not. */
    private static void analyze() {
        Database database = TestDatabase.database();
        JdbcClient.create(new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()))
                .sql("analyze santa.rule")
                .update();
    }
}
