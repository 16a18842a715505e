package io.gatehouse.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Service accounts and keys as those see them who manage them. */
@ServerTest
final class ServiceAccountIT {

    private static final String O = "/api/organizations/{o}";
    private static final String ACCOUNTS = O + "/service-accounts";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    ServiceAccountIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aProgramActsUnderItsOwnNameAndTheBookSaysSo() {
        String account = acme.serviceAccount(Set.of(Permission.DEVICE_READ, Permission.ENROLMENT_MANAGE));
        String text = acme.key(account, Set.of(Permission.ENROLMENT_MANAGE));
        Api program = acme.anonymous().bearing(text);
        Api.Answer made = program.post(O + "/enrolments", Map.of("name", "Build machines", "tagIds", List.of()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(program.get(O + "/devices").status())
                .as("the key allows less than the account")
                .isEqualTo(403);
        var entries = admin.get(O + "/ledger/entries").json().at("/items");
        assertThat(entries.at("/0/actor/type").asString()).isEqualTo("SERVICE_ACCOUNT");
        assertThat(entries.at("/0/actor/id").asString()).isEqualTo(account);
        assertThat(entries.findValuesAsString("action"))
                .containsSubsequence("enrolment.create", "key.create", "service-account.create");
        var key = admin.get(ACCOUNTS + "/" + account + "/keys").json().at("/0");
        assertThat(key.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(key.at("/lastUsedAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(text).startsWith(key.at("/beginning").asString());
        assertThat(admin.get(ACCOUNTS + "/" + account).json().at("/lastUsedAt").asString())
                .isNotEmpty();
    }

    @Test
    void twoKeysRollOverWithoutAGap() {
        String account = acme.serviceAccount(Set.of(Permission.EVENT_READ));
        Api old = acme.anonymous().bearing(acme.key(account, Set.of(Permission.EVENT_READ)));
        String oldId =
                admin.get(ACCOUNTS + "/" + account + "/keys").json().at("/0/id").asString();
        Api next = acme.anonymous().bearing(acme.key(account, Set.of(Permission.EVENT_READ)));
        assertThat(old.get(O + "/events").status()).isEqualTo(200);
        assertThat(next.get(O + "/events").status()).isEqualTo(200);
        String revoke = ACCOUNTS + "/" + account + "/keys/" + oldId + "/revoke";
        assertThat(admin.post(revoke, Map.of("reason", "Rolled over")).status()).isEqualTo(200);
        assertThat(admin.post(revoke, Map.of("reason", "Rolled over")).status()).isEqualTo(409);
        assertThat(old.get(O + "/events").status()).isEqualTo(401);
        assertThat(next.get(O + "/events").status()).isEqualTo(200);
    }

    @Test
    void changesCountForTheVeryNextCall() {
        String account = acme.serviceAccount(Set.of(Permission.EVENT_READ, Permission.RULE_READ));
        Api program = acme.anonymous().bearing(acme.key(account, Set.of(Permission.EVENT_READ, Permission.RULE_READ)));
        assertThat(program.get(O + "/rules").status()).isEqualTo(200);
        String path = ACCOUNTS + "/" + account;
        assertThat(admin.put(path, draft(acme.person(Role.SECURITY_ADMIN), "event.read"))
                        .status())
                .isEqualTo(200);
        assertThat(program.get(O + "/rules").status()).isEqualTo(403);
        assertThat(program.get(O + "/events").status()).isEqualTo(200);
        assertThat(admin.post(path + "/suspend", Map.of("reason", "Odd calls")).status())
                .isEqualTo(200);
        assertThat(program.get(O + "/events").status()).isEqualTo(401);
        assertThat(admin.post(path + "/resume").status()).isEqualTo(200);
        assertThat(program.get(O + "/events").status()).isEqualTo(200);
        assertThat(admin.delete(path, Map.of("reason", "No longer used")).status())
                .isEqualTo(204);
        assertThat(program.get(O + "/events").status()).isEqualTo(401);
    }

    @Test
    void whoeverLeavesHandsItOverAndItWorksOn() {
        PersonRef owner = acme.another(Role.AUDITOR);
        PersonRef heir = acme.another(Role.AUDITOR);
        String account = admin.post(ACCOUNTS, draft(owner, "event.read"))
                .json()
                .at("/id")
                .asString();
        Api program = acme.anonymous().bearing(acme.key(account, Set.of(Permission.EVENT_READ)));
        String remove = O + "/people/" + owner.id() + "/remove";
        assertThat(admin.post(remove, Map.of("reason", "Left the company")).status())
                .isEqualTo(409);
        assertThat(admin.post(remove, Map.of("reason", "Left the company", "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(admin.get(ACCOUNTS + "/" + account).json().at("/owner/id").asString())
                .isEqualTo(heir.id().toString());
        assertThat(program.get(O + "/events").status()).isEqualTo(200);
    }

    @Test
    void nobodyMakesAProgramThatMayDoMoreThanTheyThemselves() {
        Api helper = acme.asHelper("key.manage", "event.read");
        PersonRef owner = acme.person(Role.SECURITY_ADMIN);
        assertThat(helper.post(ACCOUNTS, draft(owner, "rule.manage")).status()).isEqualTo(403);
        assertThat(helper.post(ACCOUNTS, draft(owner, "event.read")).status()).isEqualTo(201);
        String strong = acme.serviceAccount(Set.of(Permission.RULE_MANAGE, Permission.EVENT_READ));
        String path = ACCOUNTS + "/" + strong;
        assertThat(helper.post(path + "/keys", keyDraft(Duration.ofDays(1), "event.read"))
                        .status())
                .isEqualTo(403);
        assertThat(helper.put(path, draft(owner, "event.read")).status()).isEqualTo(403);
        assertThat(helper.delete(path, Map.of("reason", "Get rid of it")).status())
                .isEqualTo(403);
        assertThat(helper.post(path + "/suspend", Map.of("reason", "It was leaked"))
                        .status())
                .as("stopping a program is always allowed")
                .isEqualTo(200);
        assertThat(helper.post(path + "/resume").status()).isEqualTo(403);
    }

    @Test
    void nobodyProvisionsPeopleWithLessThanAnAdministratorHolds() {
        Api helper = acme.asHelper("key.manage", "people.read", "people.manage");
        PersonRef owner = acme.person(Role.SECURITY_ADMIN);
        assertThat(helper.post(ACCOUNTS, draft(owner, "people.provision")).status())
                .isEqualTo(403);
        String directory = ACCOUNTS + "/" + acme.serviceAccount(Set.of(Permission.PEOPLE_PROVISION));
        assertThat(helper.post(directory + "/keys", keyDraft(Duration.ofDays(1), "people.provision"))
                        .status())
                .isEqualTo(403);
        assertThat(helper.put(directory, draft(owner, "people.read")).status()).isEqualTo(403);
        assertThat(admin.post(directory + "/keys", keyDraft(Duration.ofDays(1), "people.provision"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatIsForPeopleAndAbsurdInput() {
        PersonRef owner = acme.person(Role.SECURITY_ADMIN);
        for (String permission : List.of("key.manage", "request.decide", "request.create", "installation.operate")) {
            assertThat(admin.post(ACCOUNTS, draft(owner, permission)).status())
                    .as(permission)
                    .isEqualTo(422);
        }
        assertThat(admin.post(ACCOUNTS, draft(owner, "customer.create")).status())
                .isEqualTo(422);
        PersonRef stranger = organizations.enterprise().person(Role.SECURITY_ADMIN);
        assertThat(admin.post(ACCOUNTS, draft(stranger, "event.read")).status()).isEqualTo(404);
        String keys = ACCOUNTS + "/" + acme.serviceAccount(Set.of(Permission.EVENT_READ)) + "/keys";
        assertThat(admin.post(keys, keyDraft(Duration.ofDays(1), "rule.read")).status())
                .isEqualTo(422);
        assertThat(admin.post(keys, keyDraft(Duration.ofDays(-1), "event.read")).status())
                .isEqualTo(422);
        assertThat(admin.post(keys, keyDraft(Duration.ofDays(400), "event.read"))
                        .status())
                .isEqualTo(422);
        Map<String, Object> named = Map.of(
                "name",
                "Key",
                "permissions",
                List.of("event.read"),
                "networks",
                List.of("example.test"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(1)).toString());
        assertThat(admin.post(keys, named).status()).isEqualTo(422);
    }

    @Test
    void administrationAndEveryKeyNeedAFreshFactor() {
        Api tired = acme.as(acme.another(Role.SECURITY_ADMIN));
        tired.freshFactor(null);
        PersonRef owner = acme.person(Role.SECURITY_ADMIN);
        assertThat(tired.post(ACCOUNTS, draft(owner, "event.read")).status()).isEqualTo(201);
        for (Permission administers :
                Set.of(Permission.ORGANIZATION_MANAGE, Permission.PEOPLE_MANAGE, Permission.PEOPLE_PROVISION)) {
            String permission = administers.code();
            assertThat(tired.post(ACCOUNTS, draft(owner, permission)).body())
                    .as(permission)
                    .contains("fresh-factor-needed");
            String strong = ACCOUNTS + "/" + acme.serviceAccount(Set.of(administers));
            assertThat(tired.put(strong, draft(owner, permission)).body()).contains("fresh-factor-needed");
            assertThat(admin.post(strong + "/suspend", Map.of("reason", "Odd calls"))
                            .status())
                    .isEqualTo(200);
            assertThat(tired.post(strong + "/resume").body()).contains("fresh-factor-needed");
        }
        String account = acme.serviceAccount(Set.of(Permission.EVENT_READ));
        assertThat(tired.post(ACCOUNTS + "/" + account + "/keys", keyDraft(Duration.ofDays(1), "event.read"))
                        .body())
                .contains("fresh-factor-needed");
    }

    private static Map<String, Object> draft(PersonRef owner, String... permissions) {
        return Map.of(
                "name",
                "Program " + UUID.randomUUID(),
                "purpose",
                "Tests",
                "ownerId",
                owner.id().toString(),
                "permissions",
                List.of(permissions));
    }

    private static Map<String, Object> keyDraft(Duration life, String... permissions) {
        return Map.of(
                "name",
                "Key",
                "permissions",
                List.of(permissions),
                "expiresAt",
                Instant.now().plus(life).toString());
    }
}
