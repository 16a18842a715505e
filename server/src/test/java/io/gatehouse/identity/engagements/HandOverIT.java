package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers go from one person to another, and nobody keeps any who left or is suspended. */
@ServerTest
final class HandOverIT {

    private static final String O = "/api/organizations/{o}";
    private static final String HAND_OVER = O + "/assignments/hand-over";

    private final TestOrganizations organizations;
    private final TestClock clock;
    private final TestOrganization provider;
    private final TestOrganization one;
    private final TestOrganization two;
    private final Engaging engaging;
    private final Api admin;
    private final PersonRef from;
    private final PersonRef to;

    @Autowired
    HandOverIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.provider = organizations.provider();
        this.one = organizations.customerOf(provider);
        this.two = organizations.customerOf(provider);
        this.engaging = new Engaging(provider, clock);
        this.admin = provider.as(Role.SUPER_ADMIN);
        this.from = provider.another(Role.TECHNICIAN);
        this.to = provider.another(Role.TECHNICIAN);
    }

    @Test
    void allCustomersGoInOneStepWithTheirTimeAndTheOthersOwnLevelStays() {
        engaging.give(from, one, "FULL", Duration.ofHours(5));
        engaging.give(from, two, "FULL", null);
        engaging.give(to, two, "READ_ONLY", null);
        assertThat(admin.post(HAND_OVER + "/preview", order(from, to)).json().findValuesAsString("effect"))
                .containsExactlyInAnyOrder("BEGUN", "REFUSED");
        assertThat(one.as(to).get(O).status()).as("a preview changes nothing").isEqualTo(404);
        assertThat(admin.post(HAND_OVER, order(from, to)).status()).isEqualTo(200);
        assertThat(one.as(from).get(O).status()).isEqualTo(404);
        assertThat(two.as(from).get(O).status()).isEqualTo(404);
        assertThat(one.as(to).get(O).status()).isEqualTo(200);
        assertThat(two.as(to)
                        .post(O + "/tags", Map.of("name", "A", "color", "#336699"))
                        .status())
                .isEqualTo(403);
        Api heir = one.as(to);
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(6))) {
            assertThat(heir.get(O).status()).isEqualTo(404);
        }
        assertThat(admin.post(
                                HAND_OVER,
                                Map.of(
                                        "from",
                                        to.id(),
                                        "to",
                                        from.id(),
                                        "reason",
                                        "Back",
                                        "customers",
                                        List.of(one.id())))
                        .status())
                .isEqualTo(200);
        assertThat(one.as(from).get(O).status()).isEqualTo(200);
        assertThat(two.as(to).get(O).status()).as("their own stays with them").isEqualTo(200);
    }

    @Test
    void goesToNobodyElse() {
        engaging.give(from, one, "FULL", null);
        PersonRef stranger = organizations.provider().another(Role.TECHNICIAN);
        assertThat(admin.post(HAND_OVER, order(from, stranger)).status()).isEqualTo(422);
        assertThat(admin.post(HAND_OVER, order(from, from)).status()).isEqualTo(422);
        assertThat(admin.post(HAND_OVER, order(from, provider.person(Role.SUPER_ADMIN)))
                        .status())
                .isEqualTo(409);
        assertThat(organizations
                        .provider()
                        .as(Role.SUPER_ADMIN)
                        .post(HAND_OVER, order(from, to))
                        .status())
                .isEqualTo(422);
        assertThat(one.as(from).get(O).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsSuspendedIsOutForGood() {
        engaging.give(from, one, "FULL", null);
        Api browser = one.as(from);
        admin.post(O + "/people/" + from.id() + "/suspend", Map.of("reason", "Investigation"));
        assertThat(browser.get(O).status()).isIn(401, 404);
        admin.post(O + "/people/" + from.id() + "/resume");
        assertThat(one.as(from).get(O).status()).isEqualTo(404);
        assertThat(actions(one)).contains("engagement.end");
    }

    @Test
    void whoeverIsRemovedHandsOverOrLosesTheirCustomers() {
        engaging.give(from, one, "FULL", null);
        engaging.give(to, two, "FULL", null);
        assertThat(admin.get(O + "/people/" + from.id() + "/departure")
                        .json()
                        .at("/belongings/0/kind")
                        .asString())
                .isEqualTo("ENGAGEMENT");
        assertThat(admin.post(O + "/people/" + from.id() + "/remove", Map.of("reason", "Left", "successorId", to.id()))
                        .status())
                .isEqualTo(204);
        assertThat(one.as(to).get(O).status()).isEqualTo(200);
        assertThat(admin.post(O + "/people/" + to.id() + "/remove", Map.of("reason", "Left"))
                        .status())
                .isEqualTo(204);
        assertThat(actions(one)).filteredOn("engagement.end"::equals).hasSize(2);
        assertThat(actions(two)).contains("engagement.end");
    }

    @Test
    void aRemovalHandsNothingToWhomTheRemoverCouldNotEngage() {
        engaging.give(from, one, "FULL", null);
        PersonRef helper = provider.another(Role.TECHNICIAN);
        Map<String, Object> role =
                Map.of("name", "Staff", "permissions", List.of("people.read", "people.manage", "engagement.manage"));
        String custom = admin.post(O + "/custom-roles", role).json().at("/id").asString();
        assertThat(admin.post(O + "/people/" + helper.id() + "/grants", Map.of("customRole", custom))
                        .status())
                .isEqualTo(201);
        Api browser = provider.as(helper);
        PersonRef analyst = provider.another(Role.SECURITY_ANALYST);
        String remove = O + "/people/" + from.id() + "/remove";
        assertThat(browser.post(remove, Map.of("reason", "Left", "successorId", analyst.id()))
                        .status())
                .isEqualTo(403);
        assertThat(one.as(analyst).get(O).status()).isEqualTo(404);
        assertThat(browser.post(remove, Map.of("reason", "Left", "successorId", to.id()))
                        .status())
                .isEqualTo(204);
        assertThat(one.as(to).get(O).status()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceOneEngagementIsOpenAndTheOthersAreHistory() throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Duration until = Duration.ofHours(i);
            all.add(() -> engaging.give(from, one, "FULL", until));
        }
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<String> done : threads.invokeAll(all)) {
                assertThat(done.get()).isIn("BEGUN", "CHANGED");
            }
        }
        assertThat(admin.get(O + "/assignments/history?open=true")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(admin.get(O + "/assignments/history").json().at("/items").size())
                .isEqualTo(8);
        assertThat(admin.get(O + "/assignments/history/export").body().lines()).hasSize(9);
    }

    @Test
    void theMatrixShowsPagesOfBothSidesAndWhatIsBetween() {
        engaging.give(from, one, "FULL", null);
        var part = admin.get(O + "/assignments?limit=1&person=" + from.email() + "&customer=" + one.id())
                .json();
        assertThat(part.at("/people/items").size()).isEqualTo(1);
        assertThat(part.at("/customers/items/0/id").asString())
                .isEqualTo(one.id().toString());
        assertThat(part.at("/cells/0/level").asString()).isEqualTo("FULL");
        var first = admin.get(O + "/assignments?limit=1").json();
        String next = first.at("/customers/next").asString();
        assertThat(admin.get(O + "/assignments?limit=1&customerCursor=" + next)
                        .json()
                        .at("/customers/items/0/id")
                        .asString())
                .isNotEqualTo(first.at("/customers/items/0/id").asString());
        assertThat(one.as(Role.CUSTOMER_ADMIN).get(O + "/assignments").status()).isEqualTo(403);
    }

    private static Map<String, Object> order(PersonRef from, PersonRef to) {
        return Map.of("from", from.id(), "to", to.id(), "reason", "Holidays");
    }

    private static List<String> actions(TestOrganization customer) {
        return customer.as(Role.CUSTOMER_ADMIN)
                .get(O + "/ledger/entries")
                .json()
                .at("/items")
                .findValuesAsString("action");
    }
}
