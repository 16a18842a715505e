package io.gatehouse.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts at providers are shown to whose they are, and parted by who may decide who comes in. */
@ServerTest
final class LinkedAccountIT {

    private static final String OWN = "/api/account/linked-accounts";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestOrganization other;
    private final SignInByProvider signIn;
    private final PersonRef ada;
    private final Api own;
    private final Api through;
    private final Api admin;

    @Autowired
    LinkedAccountIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.other = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.ada = organizations.person("ada@" + signIn.domain());
        this.admin = acme.as(Role.SECURITY_ADMIN);
        organizations.join(acme.id(), ada, Role.END_USER);
        organizations.join(other.id(), ada, Role.END_USER);
        this.own = organizations.signedIn(ada);
        this.through = organizations.browser();
        signIn.signIn(through, signIn.claims("ada", "admins"));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void isShownToItsOwnerAsFarAsTheSessionReaches() {
        SignInByProvider elsewhere = SignInByProvider.of(other, standIn);
        Map<String, Object> claims = new HashMap<>(elsewhere.claims("ada", "users"));
        claims.put("email", "other-" + ada.email().replaceFirst("@.*", "@") + elsewhere.domain());
        assertThat(own.get(OWN).json()).hasSize(1);
        assertThat(own.get(OWN).json().at("/0/subject").asString()).isEqualTo("ada-subject");
        assertThat(through.get(OWN).json()).hasSize(1);
        elsewhere.signIn(organizations.browser(), claims);
        assertThat(own.get(OWN).json()).as("another person's").hasSize(1);
        assertThat(organizations.browser().probe("GET", OWN, null).status()).isEqualTo(401);
    }

    @Test
    void isPartedWithWhatItGaveAndTheSessionsThatItOpened() {
        Api another = organizations.browser();
        signIn.signIn(another, signIn.claims("ada", "admins"));
        assertThat(through.get("/api/organizations/" + acme.id() + "/people").status())
                .isEqualTo(200);
        assertThat(admin.get(accounts()).json().at("/0/provider").asString())
                .isEqualTo(signIn.provider().id());

        assertThat(unlink(admin).status()).isEqualTo(204);

        assertThat(through.get("/api/session").status()).isEqualTo(401);
        assertThat(another.get("/api/session").status()).isEqualTo(401);
        assertThat(own.get("/api/session").status()).as("opened without it").isEqualTo(200);
        assertThat(own.get("/api/organizations/" + acme.id() + "/people").status())
                .as("what the provider's groups gave")
                .isEqualTo(403);
        assertThat(admin.get(accounts()).json()).isEmpty();
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=person.unlink-identity")
                        .body())
                .contains(ada.id().toString());
        assertThat(unlink(admin).status()).isEqualTo(404);
    }

    /** What an administrator parts it for: the person got another account there. */
    @Test
    void anotherAccountIsLinkedAtTheNextSignIn() {
        Map<String, Object> renewed = new HashMap<>(signIn.claims("ada", "users"));
        renewed.put("sub", "another subject");
        Api browser = organizations.browser();
        assertThat(SignInByProvider.problem(signIn.signIn(browser, renewed))).isEqualTo("other-account");
        unlink(admin);
        assertThat(SignInByProvider.problem(signIn.signIn(browser, renewed))).isEmpty();
        assertThat(own.get(OWN).json().at("/0/subject").asString()).isEqualTo("another subject");
    }

    @Test
    void isPartedByNobodyElse() {
        Api helper = acme.asHelper("organization.read", "organization.manage", "people.manage");
        Api rival = other.as(Role.SECURITY_ADMIN);
        assertThat(helper.get(accounts()).json()).hasSize(1);
        assertThat(unlink(helper).status()).isEqualTo(403);
        assertThat(unlink(acme.as(Role.AUDITOR)).status()).isEqualTo(403);
        assertThat(rival.get(accounts()).json())
                .as("ada belongs there, the provider does not")
                .isEmpty();
        assertThat(unlink(rival).status()).isEqualTo(404);
        assertThat(admin.delete(accounts() + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}/people/" + UUID.randomUUID() + "/linked-accounts")
                        .status())
                .isEqualTo(404);
        assertThat(through.get("/api/session").status()).isEqualTo(200);
    }

    private Api.Answer unlink(Api by) {
        return by.delete(accounts() + "/" + signIn.provider().id());
    }

    private String accounts() {
        return "/api/organizations/{o}/people/" + ada.id() + "/linked-accounts";
    }
}
