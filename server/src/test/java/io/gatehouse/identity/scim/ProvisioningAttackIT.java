package io.gatehouse.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody tries who has a directory's key, or would like to have one. */
@ServerTest
final class ProvisioningAttackIT {

    private static final String O = "/api/organizations/{o}";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final ProvisioningStore provisioning;
    private final TestOrganization acme;
    private final TestOrganization other;
    private final Directory directory;
    private final Api admin;

    @Autowired
    ProvisioningAttackIT(TestOrganizations organizations, Transactions transactions, ProvisioningStore provisioning) {
        this.transactions = transactions;
        this.provisioning = provisioning;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.other = organizations.enterprise();
        this.directory = Directory.of(acme);
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aKeyOpensItsOwnOrganizationOnly() {
        String there = "/api/organizations/" + other.id() + "/scim/v2/Users";
        refused(directory.client().get(there), 404);
        refused(directory.client().post(there, directory.user("ada")), 404);
    }

    @Test
    void nobodyElseComesIn() {
        String users = O + "/scim/v2/Users";
        refused(acme.anonymous().get(users), 401);
        refused(acme.anonymous().bearing("gatehouse_nonsense").get(users), 401);
        refused(admin.get(users), 403);
        refused(
                acme.asProgram(Set.of(Permission.PEOPLE_MANAGE, Permission.PEOPLE_READ))
                        .get(users),
                403);
        String account = acme.serviceAccount(Set.of(Permission.PEOPLE_PROVISION));
        Api program = acme.anonymous().bearing(acme.key(account, Set.of(Permission.PEOPLE_PROVISION)));
        assertThat(program.get(users).status()).isEqualTo(200);
        admin.post(O + "/service-accounts/" + account + "/suspend", Map.of("reason", "Lost"));
        refused(program.get(users), 401);
    }

    @Test
    void noPersonCanHaveThePermissionAndNobodyGivesItWhoDoesNotLookAfterPeople() {
        Map<String, Object> role = Map.of("name", "Directory", "permissions", List.of("people.provision"));
        assertThat(admin.post(O + "/custom-roles", role).status()).isEqualTo(422);
        Api keeper = acme.asHelper("key.manage");
        Map<String, Object> account = Map.of(
                "name",
                "Directory",
                "purpose",
                "Test",
                "ownerId",
                acme.person(Role.SECURITY_ADMIN).id().toString(),
                "permissions",
                List.of("people.provision"));
        assertThat(keeper.post(O + "/service-accounts", account).status()).isEqualTo(403);
    }

    @Test
    void whoMayLessThanTheRulesGiveConnectsNothing() {
        String provider = TestProvider.oidc(acme, "Provider").id();
        admin.put(
                O + "/identity-providers/" + provider + "/mapping",
                Map.of("rules", List.of(TestProvider.rule("groups", "admins", Role.SECURITY_ADMIN))));
        Map<String, Object> connection = Map.of("providerId", provider, "groupsClaim", "groups");
        assertThat(acme.asHelper("organization.manage")
                        .put(O + "/provisioning", connection)
                        .status())
                .isEqualTo(403);
        assertThat(other.as(Role.SECURITY_ADMIN)
                        .put(O + "/provisioning", connection)
                        .status())
                .as("another organization's provider")
                .isEqualTo(404);
    }

    @Test
    void addressesOutsideOfTheProvenDomainsAreNobodys() {
        String proven = TestDomains.provenBy(other);
        for (String email : List.of(
                "ada@" + proven,
                "ada@" + TestDomains.fresh(),
                acme.person(Role.SECURITY_ADMIN).email(),
                other.person(Role.AUDITOR).email(),
                "ada@sub." + directory.domain(),
                "ada@" + proven + "@" + directory.domain(),
                "not an address")) {
            Map<String, Object> user = directory.user("ada");
            user.put("userName", email);
            refused(directory.send("POST", "/Users", user), 400);
        }
        String id = directory.create("ada");
        refused(directory.patch("/Users/" + id, List.of(replace("userName", "ada@" + proven))), 400);
    }

    @Test
    void peopleOfOthersAreOutOfReach() {
        String foreign = Directory.of(other).create("eve");
        String unprovisioned = acme.person(Role.AUDITOR).id().toString();
        for (String id : List.of(foreign, unprovisioned, UUID.randomUUID().toString(), "1", "'")) {
            refused(directory.get("/Users/" + id), 404);
            refused(directory.delete("/Users/" + id), 404);
            refused(directory.activate(id, false), 404);
        }
        assertThat(directory
                        .find("Users", "id eq \"" + foreign + "\"")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        for (String id : List.of(foreign, unprovisioned, UUID.randomUUID().toString())) {
            refused(
                    directory.send(
                            "POST", "/Groups", Map.of("displayName", "g", "members", List.of(Map.of("value", id)))),
                    400);
        }
        String group = directory.group("g");
        refused(directory.get("/Users/" + group), 404);
        refused(directory.delete("/Groups/" + directory.create("ada")), 404);
        refused(Directory.of(other).delete("/Groups/" + group), 404);
        assertThat(other.as(Role.SECURITY_ADMIN).get(O + "/people/" + foreign).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyTakesAnAccountOverByChangingItsAddress() {
        String admins = directory.create("boss");
        admin.put(O + "/people/" + admins + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")));
        Api.Answer byHand = directory.patch("/Users/" + admins, List.of(replace("userName", at("mallory"))));
        refused(byHand, 409);
        assertThat(byHand.json().at("/scimType").asString()).isEqualTo("mutability");

        String shared = directory.create("shared");
        organizations.join(other.id(), person(shared, "shared"), Role.AUDITOR);
        refused(directory.patch("/Users/" + shared, List.of(replace("userName", at("mallory")))), 409);
        directory.patch("/Users/" + shared, List.of(replace("displayName", "Mallory")));
        assertThat(admin.get(O + "/people/" + shared).json().at("/displayName").asString())
                .as("nobody renames whoever belongs to others, too")
                .isEqualTo("shared");

        String victim = directory.create("victim");
        String thief = directory.create("thief");
        Api.Answer taken = directory.patch("/Users/" + thief, List.of(replace("userName", at("victim"))));
        refused(taken, 409);
        assertThat(taken.json().at("/scimType").asString()).isEqualTo("uniqueness");
        Map<String, Object> twice = directory.user("other-name");
        twice.put("emails", List.of(Map.of("value", at("victim"), "type", "work", "primary", true)));
        refused(directory.send("POST", "/Users", twice), 409);
        assertThat(directory.get("/Users/" + victim).json().at("/userName").asString())
                .isEqualTo(at("victim"));
    }

    @Test
    void whoShallNotEnterIsKeptOutWhateverElseIsWrong() {
        String boss = directory.create("boss");
        admin.put(O + "/people/" + boss + "/roles", Map.of("roles", List.of("AUDITOR")));
        Map<String, Object> whole = directory.user("another-address");
        whole.put("active", false);
        assertThat(directory.send("PUT", "/Users/" + boss, whole).status()).isEqualTo(200);
        assertThat(admin.get(O + "/people/" + boss).json().at("/state").asString())
                .isEqualTo("SUSPENDED");
        assertThat(admin.get(O + "/people/" + boss).json().at("/email").asString())
                .isEqualTo(at("boss"));
    }

    @Test
    void whatADirectorySaysBeyondItsMatterGivesNothing() {
        Map<String, Object> user = directory.user("ada");
        user.put("roles", List.of(Map.of("value", "SECURITY_ADMIN", "primary", true)));
        user.put("operator", true);
        user.put("id", UUID.randomUUID().toString());
        user.put("groups", List.of(Map.of("value", UUID.randomUUID().toString())));
        user.put("meta", Map.of("version", "W/\"99\""));
        Api.Answer made = directory.send("POST", "/Users", user);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().at("/id").asString();
        assertThat(id).isNotEqualTo(user.get("id"));
        directory.patch(
                "/Users/" + id,
                List.of(replace("roles", List.of("SECURITY_ADMIN")), replace("id", "x"), replace("meta.version", "9")));
        assertThat(admin.get(O + "/people/" + id + "/grants").body()).doesNotContain("SECURITY_ADMIN");
        assertThat(admin.get(O + "/people/" + id).json().at("/roles")).isEmpty();
    }

    @Test
    void theLastAdministratorRemains() {
        String boss = directory.create("boss");
        admin.put(O + "/people/" + boss + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")));
        String first = acme.person(Role.SECURITY_ADMIN).id().toString();
        Map<String, Object> account = Map.of("reason", "Leaves", "successorId", boss);
        assertThat(admin.post(O + "/membership/leave", account).status()).isEqualTo(204);
        Api.Answer suspended = directory.activate(boss, false);
        refused(suspended, 409);
        assertThat(suspended.json().at("/detail").asString()).contains("Somebody must remain");
        refused(directory.delete("/Users/" + boss), 409);
        assertThat(directory.get("/Users/" + boss).json().at("/active").asBoolean())
                .isTrue();
        assertThat(first).isNotEqualTo(boss);
    }

    @Test
    void filtersAreBoundedAndNeverText() {
        directory.create("ada");
        String deep = "(".repeat(400) + "userName pr" + ")".repeat(400);
        String many = String.join(" or ", Collections.nCopies(40, "userName eq \"x\""));
        for (String filter : List.of(
                deep,
                many,
                "not ".repeat(200) + "userName pr",
                "userName eq",
                "userName eq \"",
                "password eq \"x\"",
                "active co \"t\"",
                "userName gt \"a\"",
                "(",
                "a.b.c.d eq 1",
                "userName eq {}",
                "\u0000",
                "x".repeat(5000))) {
            Api.Answer answer = directory.find("Users", filter);
            assertThat(answer.status()).as(filter).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("org.").doesNotContain("select");
        }
        for (String text : List.of("' or '1'='1", "%", "_%", "ada%", "\\\\", "'; drop table identity.person; --")) {
            for (String operator : List.of("eq", "co", "sw", "ew")) {
                Api.Answer found = directory.find("Users", "userName " + operator + " \"" + text + "\"");
                assertThat(found.status()).as(text).isEqualTo(200);
                assertThat(found.json().at("/totalResults").asInt()).as(text).isZero();
            }
        }
        assertThat(directory
                        .get("/Users?startIndex=-5&count=100000")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(directory.get("/Users?startIndex=9223372036854775807").status())
                .isEqualTo(200);
        refused(directory.get("/Users?count=many"), 400);
    }

    @Test
    void absurdChangesAreRefusedAndBreakNothing() {
        String id = directory.create("ada");
        for (Object operation : List.of(
                Map.of("op", "replace", "path", "a".repeat(600), "value", 1),
                Map.of("op", "replace", "path", "emails[", "value", 1),
                Map.of("op", "replace", "path", "emails[value eq]", "value", 1),
                Map.of("op", "replace", "path", "emails[value eq {}]", "value", 1),
                Map.of("op", "replace", "path", "name.givenName.first.letter", "value", "A"),
                Map.of("op", "replace", "path", "userName", "value", Map.of("a", 1)),
                Map.of("op", "replace", "path", "active", "value", "perhaps"),
                Map.of("op", "replace", "path", "displayName", "value", "x".repeat(500)),
                Map.of("op", "replace", "path", "displayName", "value", "a\nb"),
                Map.of("op", "remove", "path", "userName"),
                Map.of("op", "move", "path", "userName", "value", "x"),
                Map.of("op", "add", "value", "x"),
                Map.of("path", "active", "value", true),
                "nonsense")) {
            Api.Answer answer = directory.patch("/Users/" + id, List.of(operation));
            assertThat(answer.status()).as("%s %s", operation, answer.body()).isEqualTo(400);
            assertThat(answer.json().at("/schemas/0").asString()).isEqualTo(ERROR);
        }
        refused(directory.patch("/Users/" + id, Collections.nCopies(501, replace("title", "x"))), 400);
        refused(directory.patch("/Users/" + id, List.of()), 400);
        refused(directory.send("PATCH", "/Users/" + id, "{"), 400);
        refused(directory.send("PATCH", "/Users/" + id, "[]"), 400);
        refused(directory.send("POST", "/Users", "[".repeat(2000)), 400);
        refused(directory.send("POST", "/Users", "\"" + "x".repeat(2_000_000) + "\""), 413);
        assertThat(directory.get("/Users/" + id).json().at("/displayName").asString())
                .isEqualTo("ada");
        refused(directory.client().post(O + "/scim/v2/Users"), 400);
        refused(directory.get("/Nothing"), 404);
        refused(directory.send("PUT", "/Users", Map.of()), 405);
    }

    @Test
    void ofTheSameUserMadeTwiceAtOnceThereIsOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            Map<String, Object> user = directory.user("twin-" + round);
            Callable<Integer> attempt =
                    () -> directory.send("POST", "/Users", user).status();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Integer> answers = threads.invokeAll(List.of(attempt, attempt)).stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    /** Each change holds a connection of the database, which all organizations have together. */
    @Test
    void manyChangesAtOnceTakeFewConnectionsAndNoneForLong() {
        TestProvider provider = TestProvider.oidc(acme, "Provider");
        assertThat(admin.put(O + "/provisioning", Map.of("providerId", provider.id(), "groupsClaim", "groups"))
                        .status())
                .isEqualTo(200);
        transactions.<Boolean>installation(acme.scope(), () -> {
            provisioning.lock(acme.scope());
            int waited = 0;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletionService<Api.Answer> changes = new ExecutorCompletionService<>(threads);
                for (int change = 0; change < 10; change++) {
                    Map<String, Object> user = directory.user("user-" + change);
                    changes.submit(() -> directory.send("POST", "/Users", user));
                }
                refused(changes.take().resultNow(), 429);
                for (int change = 1; change < 10; change++) {
                    Api.Answer answer = changes.take().resultNow();
                    refused(answer, answer.status() == 503 ? 503 : 429);
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                    waited += answer.status() == 503 ? 1 : 0;
                }
                assertThat(waited).as("none waits for ever").isPositive();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
        directory.create("later");
    }

    private String at(String name) {
        return name + "@" + directory.domain();
    }

    private PersonRef person(String id, String name) {
        return new PersonRef(PersonId.of(id), name, at(name));
    }

    private static Map<String, Object> replace(String path, Object value) {
        return Map.of("op", "replace", "path", path, "value", value);
    }

    private static void refused(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/schemas/0").asString()).isEqualTo(ERROR);
        assertThat(answer.json().at("/status").asString()).isEqualTo(String.valueOf(status));
        assertThat(answer.body()).doesNotContain("org.").doesNotContain("java.");
    }
}
