package io.gatehouse.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.Places.Sought;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is found by what they hold holds it, and who holds it is found. */
@ServerTest
final class PlacesIT {

    private static final int EVERYBODY = 1_000;

    private final Places places;
    private final TestClock clock;
    private final TestOrganization provider;
    private final TestOrganization customer;
    private final OrganizationScope scope;
    private final List<PersonRef> everybody = new ArrayList<>();

    @Autowired
    PlacesIT(Places places, TestClock clock, TestOrganizations organizations) {
        this.places = places;
        this.clock = clock;
        this.provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
        this.scope = customer.scope();
        for (Role role : List.of(Role.CUSTOMER_ADMIN, Role.REPORT_VIEWER, Role.REQUEST_USER, Role.BASIC_USER)) {
            everybody.add(customer.person(role));
        }
    }

    private PersonRef member(Role role) {
        PersonRef person = customer.another(role);
        everybody.add(person);
        return person;
    }

    private PersonRef engaged(Role atProvider, String level, @Nullable Duration until) {
        PersonRef person = provider.another(atProvider);
        engage(person, level, until);
        everybody.add(person);
        return person;
    }

    private void engage(PersonRef person, String level, @Nullable Duration until) {
        Map<String, Object> terms = new HashMap<>(Map.of("level", level, "reason", "Ticket 4711"));
        if (until != null) {
            terms.put("expiresAt", clock.instant().plus(until).toString());
        }
        Map<String, Object> cell = Map.of("personId", person.id(), "customerId", customer.id());
        var answer = provider.as(Role.SUPER_ADMIN)
                .post("/api/organizations/{o}/assignments", Map.of("cells", List.of(cell), "terms", terms));
        assertThat(answer.json().at("/0/refusal").isNull()).as(answer.body()).isTrue();
    }

    private void give(PersonRef person, Map<String, Object> grant) {
        var answer = customer.as(Role.CUSTOMER_ADMIN)
                .post("/api/organizations/{o}/people/" + person.id() + "/grants", grant);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String customRole(String name, String... permissions) {
        var answer = customer.as(Role.CUSTOMER_ADMIN)
                .post("/api/organizations/{o}/custom-roles", Map.of("name", name, "permissions", List.of(permissions)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private String team(String name, @Nullable String parent) {
        Map<String, Object> draft = new HashMap<>(Map.of("name", name));
        draft.put("parentId", parent);
        return customer.as(Role.CUSTOMER_ADMIN)
                .post("/api/organizations/{o}/teams", draft)
                .json()
                .at("/team/id")
                .asString();
    }

    private void put(String team, PersonRef person, boolean lead) {
        customer.as(Role.CUSTOMER_ADMIN)
                .put("/api/organizations/{o}/teams/" + team + "/people/" + person.id(), Map.of("lead", lead));
    }

    @Test
    void findsForEachPermissionExactlyThoseWhoHoldIt() {
        String sales = team("Sales", null);
        String north = team("North", sales);
        put(north, member(Role.REQUEST_USER), true);
        put(sales, member(Role.REQUEST_USER), true);
        give(member(Role.BASIC_USER), Map.of("customRole", customRole("Rules", "rule.read", "rule.manage")));
        give(
                member(Role.BASIC_USER),
                Map.of("customRole", customRole("Reader", "rule.read", "request.read"), "team", north));
        engaged(Role.TECHNICIAN, "FULL", null);
        engaged(Role.SECURITY_ANALYST, "READ_ONLY", null);
        engaged(Role.SUPER_ADMIN, "EMERGENCY", Duration.ofHours(1));
        PersonRef suspended = member(Role.CUSTOMER_ADMIN);
        OwnerDatabase.update(
                customer.id(),
                "update identity.membership set suspended_at = now() where person_id = ?",
                suspended.id().value());
        assertFoundAsHeld(Set.of());
        assertFoundAsHeld(teams(north));
        assertFoundAsHeld(teams(sales, north));
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
            assertFoundAsHeld(teams(sales));
        }
    }

    @Test
    void aMemberWhoWasEngagedTooIsAMember() {
        PersonRef both = engaged(Role.SECURITY_ANALYST, "FULL", Duration.ofHours(1));
        OwnerDatabase.update(
                customer.id(),
                "insert into identity.membership (organization_id, person_id, roles) values (?, ?, '{BASIC_USER}')",
                customer.id().value(),
                both.id().value());
        assertThat(place(both).member()).isTrue();
        assertFoundAsHeld(Set.of());
        assertThat(holders(Permission.REQUEST_DECIDE, Set.of())).contains(both.id());
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
            assertThat(holders(Permission.REQUEST_DECIDE, Set.of())).doesNotContain(both.id());
            assertFoundAsHeld(Set.of());
        }
    }

    @Test
    void aCycleOfManagersNeverLeadsBackToOneself() {
        PersonRef first = member(Role.REQUEST_USER);
        PersonRef second = member(Role.REQUEST_USER);
        PersonRef third = member(Role.REQUEST_USER);
        manages(second, first);
        manages(third, second);
        manages(first, third);
        assertThat(place(first).line()).containsExactly(second.id(), third.id());
        assertThat(place(second).line()).containsExactly(third.id(), first.id());
    }

    private void manages(PersonRef manager, PersonRef person) {
        OwnerDatabase.update(
                customer.id(),
                """
                insert into identity.profile (organization_id, person_id, department, manager_id, source, changed_at)
                values (?, ?, '', ?, 'MANUAL', now())
                """,
                customer.id().value(),
                person.id().value(),
                manager.id().value());
    }

    private Place place(PersonRef person) {
        return places.of(scope, List.of(person.id())).get(person.id());
    }

    private void assertFoundAsHeld(Set<TeamId> teams) {
        Map<PersonId, Place> all =
                places.of(scope, everybody.stream().map(PersonRef::id).toList());
        for (Permission permission : Permission.values()) {
            Set<PersonId> holding = all.values().stream()
                    .filter(place -> place.permissions().contains(permission)
                            || !Collections.disjoint(
                                    place.permissionsInTeams().getOrDefault(permission, Set.of()), teams))
                    .map(place -> place.person().id())
                    .collect(Collectors.toSet());
            assertThat(holders(permission, teams)).as(permission.code()).isEqualTo(holding);
            assertThat(places.find(scope, new Sought.Holders(permission, teams), 2))
                    .as(permission.code())
                    .hasSize(Math.min(2, holding.size()))
                    .isSubsetOf(holding);
        }
    }

    private Set<PersonId> holders(Permission permission, Set<TeamId> teams) {
        return places.find(scope, new Sought.Holders(permission, teams), EVERYBODY);
    }

    private static Set<TeamId> teams(String... ids) {
        return Set.of(ids).stream().map(UUID::fromString).map(TeamId::new).collect(Collectors.toSet());
    }
}
