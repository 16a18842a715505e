package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is engaged enters as far as level and roles both allow, and is out at once when it ends. */
@ServerTest
final class EngagementIT {

    private static final String O = "/api/organizations/{o}";

    private final TestClock clock;
    private final ExpiryTimer timer;
    private final TestOrganizations organizations;
    private final People people;
    private final TestOrganization provider;
    private final TestOrganization customer;
    private final Engaging engaging;

    @Autowired
    EngagementIT(TestOrganizations organizations, TestClock clock, ExpiryTimer timer, People people) {
        this.organizations = organizations;
        this.clock = clock;
        this.timer = timer;
        this.people = people;
        this.provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
        this.engaging = new Engaging(provider, clock);
    }

    @Test
    void readsAndChangesNothingWithReadOnly() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        Api browser = customer.as(technician);
        assertThat(browser.get(O).status()).isEqualTo(404);
        assertThat(engaging.give(technician, customer, "READ_ONLY", Duration.ofHours(2)))
                .isEqualTo("BEGUN");
        assertThat(browser.get(O).status()).isEqualTo(200);
        assertThat(browser.get(O + "/devices").status()).isEqualTo(200);
        assertThat(browser.post(O + "/tags", Map.of("name", "Laptops", "color", "#336699"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.get(O + "/people").status()).isEqualTo(403);
        assertThat(engaging.give(technician, customer, "FULL", Duration.ofHours(2)))
                .isEqualTo("CHANGED");
        assertThat(browser.post(O + "/tags", Map.of("name", "Laptops", "color", "#336699"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAccountManagerSeesNothingTechnical() {
        PersonRef manager = provider.another(Role.ACCOUNT_MANAGER);
        engaging.give(manager, customer, "FULL", null);
        Api browser = customer.as(manager);
        assertThat(browser.get(O).status()).isEqualTo(200);
        for (String page : List.of("devices", "rules", "events", "dashboard", "requests", "ledger/entries")) {
            assertThat(browser.get(O + "/" + page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    void endsAtItsTimeForRequestsAndOpenStreamsAndBothBooksTellItOnce() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        engaging.give(technician, customer, "FULL", Duration.ofHours(2));
        Api browser = customer.as(technician);
        try (Listening stream = listen(browser)) {
            try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
                assertThat(browser.get(O).status()).isEqualTo(404);
                timer.settleAll();
                timer.settleAll();
                assertThat(stream.awaitEnd()).isTrue();
            }
        }
        assertThat(browser.get(O).status())
                .as("the clock going back brings nothing back")
                .isEqualTo(404);
        assertThat(actions(provider, Role.SUPER_ADMIN))
                .filteredOn("engagement.expire"::equals)
                .hasSize(1);
        assertThat(actions(customer, Role.CUSTOMER_ADMIN))
                .filteredOn("engagement.expire"::equals)
                .hasSize(1);
    }

    @Test
    void endsByHandWithAnOpenSessionAndAnOpenStream() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        engaging.give(technician, customer, "FULL", null);
        Api browser = customer.as(technician);
        try (Listening stream = listen(browser)) {
            assertThat(engaging.end(technician, customer)).isEqualTo("ENDED");
            assertThat(browser.get(O).status()).isEqualTo(404);
            assertThat(stream.awaitEnd()).isTrue();
        }
        assertThat(actions(customer, Role.CUSTOMER_ADMIN)).contains("engagement.begin", "engagement.end");
        assertThat(actions(provider, Role.SUPER_ADMIN)).contains("engagement.begin", "engagement.end");
    }

    @Test
    void endsWithTheRolesAtTheProvider() {
        PersonRef technician = provider.another(Role.SECURITY_ANALYST);
        engaging.give(technician, customer, "FULL", null);
        Api browser = customer.as(technician);
        assertThat(browser.get(O + "/rules").status()).isEqualTo(200);
        provider.as(Role.SUPER_ADMIN)
                .put(O + "/people/" + technician.id() + "/roles", Map.of("roles", List.of("ACCOUNT_MANAGER")));
        assertThat(browser.get(O + "/rules").status()).isEqualTo(403);
    }

    @Test
    void otherModulesFindWhatIsAllowedFromInsideTheCustomersTransaction() {
        PersonRef analyst = provider.another(Role.SECURITY_ANALYST);
        engaging.give(analyst, customer, "FULL", Duration.ofHours(1));
        assertThat(people.permissions(customer.scope(), analyst.id()))
                .contains(Permission.RULE_MANAGE, Permission.REQUEST_DECIDE)
                .doesNotContain(Permission.PEOPLE_READ, Permission.CONFIGURATION_MANAGE);
        assertThat(people.refs(customer.scope(), List.of(analyst.id()))).hasSize(1);
        assertThat(people.permissions(organizations.customerOf(provider).scope(), analyst.id()))
                .isEmpty();
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
            assertThat(people.permissions(customer.scope(), analyst.id())).isEmpty();
        }
    }

    @Test
    void reachesNoOtherCustomerAndNoOtherProvidersCustomer() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        TestOrganization sibling = organizations.customerOf(provider);
        TestOrganization other = organizations.provider();
        TestOrganization others = organizations.customerOf(other);
        engaging.give(technician, customer, "FULL", null);
        assertThat(sibling.as(technician).get(O).status()).isEqualTo(404);
        assertThat(provider.as(provider.another(Role.SUPER_ADMIN))
                        .get("/api/organizations/" + customer.id())
                        .status())
                .as("the provider's own administrator without an engagement")
                .isEqualTo(404);
        assertThat(engaging.give(technician, others, "FULL", null)).isEqualTo("NOT_A_CUSTOMER");
        assertThat(engaging.give(other.another(Role.TECHNICIAN), customer, "FULL", null))
                .isEqualTo("NOT_A_MEMBER");
        assertThat(engaging.give(provider.person(Role.SUPER_ADMIN), customer, "FULL", null))
                .isEqualTo("ONESELF");
    }

    @Test
    void isGivenByNobodyWithoutThePermission() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        for (Role role : List.of(Role.TECHNICIAN, Role.SECURITY_ANALYST, Role.ACCOUNT_MANAGER)) {
            assertThat(Engaging.give(provider.as(role), technician, customer, Map.of("level", "FULL", "reason", "x"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Engaging.give(
                                customer.as(Role.CUSTOMER_ADMIN),
                                technician,
                                customer,
                                Map.of("level", "FULL", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    private static List<String> actions(TestOrganization organization, Role role) {
        return organization
                .as(role)
                .get(O + "/ledger/entries")
                .json()
                .at("/items")
                .findValuesAsString("action");
    }

    private static Listening listen(Api browser) {
        Listening stream = new Listening(browser.stream(O + "/live"));
        assertThat(stream.await(line -> line.equals(": open"))).isNotNull();
        return stream;
    }
}
