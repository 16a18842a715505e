package io.gatehouse.testing;

import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organization of one test, with a person for each role as soon as one is asked for. */
public final class TestOrganization {

    private final TestOrganizations organizations;
    private final OrganizationId id;
    private final OrganizationKind kind;
    private final Map<Role, PersonRef> people = new EnumMap<>(Role.class);
    private final Map<Role, Api> browsers = new EnumMap<>(Role.class);

    TestOrganization(TestOrganizations organizations, OrganizationId id, OrganizationKind kind) {
        this.organizations = organizations;
        this.id = id;
        this.kind = kind;
    }

    /** Its id. */
    public OrganizationId id() {
        return id;
    }

    /** What it is to others. */
    public OrganizationKind kind() {
        return kind;
    }

    /** The server itself acting in it. */
    public OrganizationScope scope() {
        return OrganizationScope.system(id);
    }

    /** The role's person acting in it. */
    public OrganizationScope scope(Role role) {
        PersonRef person = person(role);
        return new OrganizationScope(id, Actor.person(person.id(), person.displayName()));
    }

    /** The role's person; always the same one. */
    public synchronized PersonRef person(Role role) {
        return people.computeIfAbsent(role, wanted -> organizations.member(id, wanted));
    }

    /** The browser of the role's person, signed in; always the same one. */
    public synchronized Api as(Role role) {
        PersonRef person = person(role);
        return browsers.computeIfAbsent(role, _ -> organizations.signedIn(person.email(), id));
    }

    /** One more person with these roles. */
    public PersonRef another(Role... roles) {
        return organizations.member(id, roles);
    }

    /** A new browser of somebody who holds, beside the least role, one of the enterprise's own with these permissions. */
    public Api asHelper(String... permissions) {
        return as(holder(List.of(permissions)));
    }

    /** Somebody with a role of the organization's own that allows this. */
    public PersonRef holder(Collection<String> permissions) {
        PersonRef helper = another(Role.END_USER);
        Map<String, Object> role = Map.of("name", "Own role of " + helper.id(), "permissions", permissions);
        Api.Answer made = as(Role.SECURITY_ADMIN).post("/api/organizations/{o}/custom-roles", role);
        Map<String, Object> grant = Map.of("customRole", made.json().at("/id").asString());
        as(Role.SECURITY_ADMIN).post("/api/organizations/{o}/people/" + helper.id() + "/grants", grant);
        return helper;
    }

    /** A program with a key that allows this. */
    public Api asProgram(Collection<Permission> permissions) {
        return anonymous().bearing(key(serviceAccount(permissions), permissions));
    }

    /** A service account that its administrator made; its id. */
    public String serviceAccount(Collection<Permission> permissions) {
        Role administrator = Role.administratorOf(kind);
        Map<String, Object> draft = Map.of(
                "name",
                "Program " + UUID.randomUUID(),
                "purpose",
                "Tests",
                "ownerId",
                person(administrator).id().toString(),
                "permissions",
                codes(permissions));
        Api.Answer made = as(administrator).post("/api/organizations/{o}/service-accounts", draft);
        return made.json().at("/id").asString();
    }

    /** A key of that account, good for a day, that its administrator made. */
    public String key(String account, Collection<Permission> permissions, String... networks) {
        Map<String, Object> draft = Map.of(
                "name",
                "Key",
                "permissions",
                codes(permissions),
                "networks",
                List.of(networks),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(1)).toString());
        Api.Answer issued = as(Role.administratorOf(kind))
                .post("/api/organizations/{o}/service-accounts/" + account + "/keys", draft);
        return issued.json().at("/text").asString();
    }

    private static List<String> codes(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::code).toList();
    }

    /** A new browser, signed in. */
    public Api as(PersonRef person) {
        return organizations.signedIn(person.email(), id);
    }

    /** A browser that nobody has signed in with. */
    public Api anonymous() {
        return organizations.browser(id);
    }
}
