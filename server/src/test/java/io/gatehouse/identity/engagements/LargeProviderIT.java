package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read of one person never gathers what others hold, though the database knows no statistics yet. */
@ServerTest
final class LargeProviderIT {

    private static final String O = "/api/organizations/{o}";

    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    LargeProviderIT(TestOrganizations organizations, Transactions transactions, JdbcClient jdbc) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void answersAlsoWithManyCustomersAndEngagements() {
        TestOrganization provider = organizations.provider();
        PersonRef analyst = provider.another(Role.SECURITY_ANALYST);
        PersonRef admin = provider.person(Role.SUPER_ADMIN);
        fill(provider, analyst);
        Api browser = provider.as(analyst);
        for (String path : List.of(O, O + "/portfolio", "/api/session")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        }
        Api manager = provider.as(admin);
        for (String path : List.of("/assignments", "/assignments?customer=9&person=1", "/assignments/history")) {
            assertThat(manager.get(O + path).status()).as(path).isEqualTo(200);
        }
        tellsOfTheAddressedCustomerHoweverManyThereAre(provider, browser);
    }

    private void tellsOfTheAddressedCustomerHoweverManyThereAre(TestOrganization provider, Api browser) {
        String last = transactions.installation(() -> jdbc.sql(
                        "select slug from kernel.organization where parent_id = :provider order by name desc, id limit 1")
                .param("provider", provider.id().value())
                .query(String.class)
                .single());
        assertThat(browser.get("/api/session").body()).doesNotContain(last);
        assertThat(browser.get("/api/session?organization=" + last).body()).contains(last);
        String strange = organizations.customerOf(organizations.provider()).id().toString();
        assertThat(browser.get("/api/session?organization=" + strange).json())
                .isEqualTo(browser.get("/api/session").json());
    }

    private void fill(TestOrganization provider, PersonRef analyst) {
        transactions.<Boolean>installation(() -> {
            jdbc.sql("""
                            insert into kernel.organization (id, parent_id, slug, name, kind, accent_color, time_zone)
                            select gen_random_uuid(), :provider, 'c-' || gen_random_uuid(), 'Customer ' || n, 'CUSTOMER',
                                '#336699', 'UTC' from generate_series(1, 2000) n
                            """).param("provider", provider.id().value()).update();
            jdbc.sql("""
                            with person as (
                                insert into identity.person (id, email, display_name)
                                select id, id || '@example.test', 'Technician ' || n
                                from (select gen_random_uuid() as id, n from generate_series(1, 40) n)
                                returning id)
                            insert into identity.membership (organization_id, person_id, roles)
                            select :provider, id, array['TECHNICIAN'] from person
                            """).param("provider", provider.id().value()).update();
            return jdbc.sql("""
                            insert into identity.engagement
                                (organization_id, id, provider_id, person_id, level, reason, starts_at)
                            select c.id, gen_random_uuid(), :provider, m.person_id, 'FULL', 'Many', now() - interval '1 day'
                            from (select id, row_number() over (order by id) as n from kernel.organization
                                  where parent_id = :provider) c
                            join identity.membership m on m.organization_id = :provider
                                and (m.person_id = :analyst or c.n % 20 = hashtext(m.person_id::text) & 15)
                            """)
                            .param("provider", provider.id().value())
                            .param("analyst", analyst.id().value())
                            .update()
                    > 0;
        });
    }
}
