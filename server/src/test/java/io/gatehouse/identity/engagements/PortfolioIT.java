package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a provider's person sees of their customers at once, and what both sides demand of their session. */
@ServerTest
final class PortfolioIT {

    private static final String O = "/api/organizations/{o}";
    private static final String PORTFOLIO = O + "/portfolio";

    private final TestClock clock;
    private final TestOrganization provider;
    private final TestOrganization one;
    private final TestOrganization two;
    private final Engaging engaging;

    @Autowired
    PortfolioIT(TestOrganizations organizations, TestClock clock) {
        this.clock = clock;
        this.provider = organizations.provider();
        this.one = organizations.customerOf(provider);
        this.two = organizations.customerOf(provider);
        this.engaging = new Engaging(provider, clock);
    }

    @Test
    void showsOnesOwnCustomersAndNoOthers() {
        PersonRef analyst = provider.another(Role.SECURITY_ANALYST);
        engaging.give(analyst, one, "READ_ONLY", Duration.ofHours(1));
        engaging.give(provider.another(Role.SECURITY_ANALYST), two, "FULL", null);
        Api browser = provider.as(analyst);
        var rows = browser.get(PORTFOLIO).json().at("/items");
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.at("/0/id").asString()).isEqualTo(one.id().toString());
        assertThat(rows.at("/0/level").asString()).isEqualTo("READ_ONLY");
        assertThat(rows.at("/0/blocksOfLastDay").asInt()).isZero();
        assertThat(rows.at("/0/openRequests").isNumber()).isTrue();
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
            assertThat(browser.get(PORTFOLIO).json().at("/items").size()).isZero();
        }
    }

    @Test
    void anAccountManagerSeesFiguresOfTheServiceOnly() {
        PersonRef manager = provider.another(Role.ACCOUNT_MANAGER);
        engaging.give(manager, one, "READ_ONLY", null);
        var row = provider.as(manager).get(PORTFOLIO).json().at("/items/0");
        assertThat(row.at("/devices").isNumber()).isTrue();
        assertThat(row.at("/openRequests").isNumber()).isTrue();
        assertThat(row.at("/blocksOfLastDay").isNull()).isTrue();
        assertThat(row.at("/unhealthyDevices").isNull()).isTrue();
        assertThat(row.at("/mayEnter").asBoolean()).isFalse();
    }

    @Test
    void tellsWhenOneWasLastThereAndNotWhenOthersWere() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        PersonRef another = provider.another(Role.TECHNICIAN);
        List.of(technician, another).forEach(person -> engaging.give(person, one, "FULL", null));
        Api browser = provider.as(technician);
        assertThat(row(browser, one).at("/lastVisit").isNull()).isTrue();
        Api there = one.as(technician);
        there.get(O);
        Instant visited = Instant.parse(row(browser, one).at("/lastVisit").asString());
        assertThat(row(browser, one).at("/mayEnter").asBoolean()).isTrue();
        assertThat(row(provider.as(another), one).at("/lastVisit").isNull()).isTrue();
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(1))) {
            assertThat(row(browser, one).at("/lastVisit").asString()).isEqualTo(visited.toString());
            there.get(O);
            assertThat(Instant.parse(row(browser, one).at("/lastVisit").asString()))
                    .isAfter(visited.plus(Duration.ofMinutes(59)));
        }
    }

    @Test
    void whoWasTurnedAwayWasNotThere() {
        PersonRef manager = provider.another(Role.ACCOUNT_MANAGER);
        engaging.give(manager, one, "READ_ONLY", null);
        assertThat(one.as(manager).get(O + "/devices").status()).isEqualTo(403);
        assertThat(row(provider.as(manager), one).at("/lastVisit").isNull()).isTrue();
    }

    @Test
    void isSortedByNameEndAndLastVisitAcrossPages() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        engaging.give(technician, one, "FULL", null);
        engaging.give(technician, two, "FULL", Duration.ofHours(5));
        one.as(technician).get(O);
        Api browser = provider.as(technician);
        assertThat(sorted(browser, "until"))
                .containsExactly(two.id().toString(), one.id().toString());
        assertThat(sorted(browser, "lastVisit"))
                .containsExactly(two.id().toString(), one.id().toString());
        assertThat(sorted(browser, "-lastVisit"))
                .containsExactly(one.id().toString(), two.id().toString());
        assertThat(sorted(browser, "name")).hasSize(2);
        assertThat(browser.get(PORTFOLIO + "?sort=devices").status()).isEqualTo(422);
        assertThat(browser.get(PORTFOLIO + "?sort=until&cursor=x").status()).isEqualTo(422);
    }

    @Test
    void isPagedAndSearched() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        engaging.give(technician, one, "FULL", null);
        engaging.give(technician, two, "FULL", null);
        Api browser = provider.as(technician);
        var first = browser.get(PORTFOLIO + "?limit=1").json();
        var second = browser.get(
                        PORTFOLIO + "?limit=1&cursor=" + first.at("/next").asString())
                .json();
        assertThat(List.of(
                        first.at("/items/0/id").asString(),
                        second.at("/items/0/id").asString()))
                .containsExactlyInAnyOrder(one.id().toString(), two.id().toString());
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(browser.get(PORTFOLIO + "?search=" + two.id())
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theProvidersDemandHoldsAtTheCustomerAndTheCustomersToo() {
        PersonRef technician = provider.another(Role.TECHNICIAN);
        engaging.give(technician, one, "FULL", null);
        Api browser = one.as(technician);
        demand(provider.as(Role.SUPER_ADMIN), List.of("TECHNICIAN"), false);
        assertThat(browser.get(O).json().at("/type").asString()).endsWith(":second-factor-required");
        SecondFactor.add(browser, clock);
        assertThat(browser.get(O).status()).isEqualTo(200);
        PersonRef another = provider.another(Role.SECURITY_ANALYST);
        engaging.give(another, one, "FULL", null);
        Api second = one.as(another);
        assertThat(second.get(O).status()).isEqualTo(200);
        demand(one.as(Role.CUSTOMER_ADMIN), List.of(), true);
        assertThat(second.get(O).json().at("/type").asString()).endsWith(":second-factor-required");
    }

    @Test
    void showsNoFiguresWhereTheSessionMayNotAct() {
        PersonRef analyst = provider.another(Role.SECURITY_ANALYST);
        engaging.give(analyst, one, "READ_ONLY", null);
        engaging.give(analyst, two, "READ_ONLY", null);
        Api browser = provider.as(analyst);
        demand(one.as(Role.CUSTOMER_ADMIN), List.of(), true);
        var closed = row(browser, one);
        assertThat(closed.at("/secondFactorMissing").asBoolean()).isTrue();
        assertThat(closed.at("/level").asString()).isEqualTo("READ_ONLY");
        for (String figure : List.of("/devices", "/openRequests", "/blocksOfLastDay")) {
            assertThat(closed.at(figure).isNull()).as(figure).isTrue();
            assertThat(row(browser, two).at(figure).isNumber()).as(figure).isTrue();
        }
        SecondFactor.add(browser, clock);
        assertThat(row(browser, one).at("/devices").isNumber()).isTrue();
    }

    private static List<String> sorted(Api browser, String sort) {
        List<String> customers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = browser.get(PORTFOLIO + "?limit=1&sort=" + sort + "&cursor=" + cursor)
                    .json();
            customers.add(page.at("/items/0/id").asString());
            cursor = page.at("/next").asString("");
        } while (!cursor.isEmpty());
        return customers;
    }

    private static JsonNode row(Api browser, TestOrganization customer) {
        return browser.get(PORTFOLIO)
                .json()
                .at("/items")
                .valueStream()
                .filter(row -> row.at("/id").asString().equals(customer.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void demand(Api admin, List<String> roles, boolean all) {
        Map<String, Object> demands = new HashMap<>();
        demands.put("secondFactorForAll", all);
        demands.put("secondFactorRoles", roles);
        demands.put("idleMinutes", null);
        demands.put("longestMinutes", null);
        assertThat(admin.put("/api/organizations/{o}/sign-in-demands", demands).status())
                .isEqualTo(200);
    }
}
