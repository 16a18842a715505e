package io.gatehouse.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who lost everything gets in again by an admin, who gets no power over other organizations by it. */
@ServerTest
final class LostFactorsIT {

    private static final Map<String, String> LOST = Map.of("reason", "The phone fell into the sea");

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final PersonRef person;
    private final Api own;
    private final Api admin;

    @Autowired
    LostFactorsIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.AUDITOR);
        this.own = acme.as(person);
        this.admin = acme.as(acme.another(Role.SECURITY_ADMIN));
        SecondFactor.add(own, clock);
    }

    @Test
    void anAdminRemovesThemWithAReasonAndAFreshFactor() {
        admin.freshFactor(null);
        assertThat(admin.post(path(), LOST).header("X-Fresh-Factor")).isNotEmpty();
        admin.freshFactor(SecondFactor.proof("PASSWORD", TestOrganizations.PASSWORD));
        assertThat(admin.post(path(), Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(admin.post(path(), LOST).status()).isEqualTo(204);
        assertThat(own.get("/api/session").status()).isEqualTo(401);
        assertThat(acme.as(person)
                        .get("/api/account/factors")
                        .json()
                        .at("/backupCodesLeft")
                        .asInt())
                .isZero();
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=person.remove-lost-factors")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("The phone fell into the sea");
    }

    @Test
    void notForSomebodyWhoBelongsToAnotherOrganizationToo() {
        organizations.join(organizations.enterprise().id(), person, Role.END_USER);
        assertThat(admin.post(path(), LOST).status()).isEqualTo(409);
        assertThat(acme.anonymous()
                        .signIn(person.email(), TestOrganizations.PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void notForSomebodyWhoseOtherOrganizationSuspendedThem() {
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), person, Role.END_USER);
        String there = "/api/organizations/{o}/people/" + person.id() + "/suspend";
        assertThat(other.as(Role.SECURITY_ADMIN)
                        .post(there, Map.of("reason", "On leave"))
                        .status())
                .isEqualTo(200);
        assertThat(admin.post(path(), LOST).status()).isEqualTo(409);
    }

    @Test
    void notByWhoeverMayDoLessThanTheMember() {
        Api helper = acme.asHelper("people.read", "people.manage");
        assertThat(helper.post(path(), LOST).status()).isEqualTo(403);
        assertThat(helper.post(path().replace("remove-factors", "end-sessions"), LOST)
                        .status())
                .isEqualTo(403);
        assertThat(own.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void notForStrangersAndNotForOneself() {
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.post(path(), LOST).status()).isEqualTo(404);
        PersonRef self = acme.another(Role.SECURITY_ADMIN);
        assertThat(acme.as(self)
                        .post("/api/organizations/{o}/people/" + self.id() + "/remove-factors", LOST)
                        .status())
                .isEqualTo(409);
        assertThat(own.get("/api/session").status()).isEqualTo(200);
    }

    private String path() {
        return "/api/organizations/{o}/people/" + person.id() + "/remove-factors";
    }
}
