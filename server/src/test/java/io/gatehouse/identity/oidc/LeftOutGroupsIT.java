package io.gatehouse.identity.oidc;

import static io.gatehouse.testing.SignInByProvider.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Entra ID leaves the groups of somebody with very many out: that is said, and never read as having none. */
@ServerTest
final class LeftOutGroupsIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final SignInByProvider signIn;
    private final Api admin;

    @Autowired
    LeftOutGroupsIT(TestOrganizations organizations) {
        this.organizations = organizations;
        TestOrganization acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.signIn = SignInByProvider.of(acme, standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    /** As a token tells it that came in the body, and as one that came in an address. */
    private enum Overage {
        NAMES(Map.of(
                "_claim_names",
                Map.of("groups", "src1"),
                "_claim_sources",
                Map.of("src1", Map.of("endpoint", "https://graph.example/users/1/getMemberObjects")))),
        FLAG(Map.of("hasgroups", true));

        private final Map<String, Object> claims;

        Overage(Map<String, Object> claims) {
            this.claims = claims;
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAndTakesNoRole(Overage overage) {
        Api browser = organizations.browser();
        signIn.signIn(browser, signIn.claims("ada", "admins"));
        assertThat(problem(signIn.signIn(organizations.browser(), withoutGroups(overage))))
                .isEqualTo("groups-left-out");
        assertThat(browser.get("/api/session").json().at("/memberships/0/roles").toString())
                .isEqualTo("[\"SECURITY_ADMIN\"]");
    }

    @ParameterizedTest
    @EnumSource
    void aTestSaysWhatToChangeAtTheProvider(Overage overage) {
        signIn.answer(admin, signIn.provider().test(), withoutGroups(overage));
        var outcome = signIn.provider().outcome().json().at("/outcome");
        assertThat(outcome.at("/passed").asBoolean()).isFalse();
        assertThat(outcome.at("/findings").toString())
                .contains("groups-left-out", "groups assigned to the application");
    }

    private Map<String, Object> withoutGroups(Overage overage) {
        Map<String, Object> claims = new HashMap<>(signIn.claims("ada"));
        claims.remove("groups");
        claims.putAll(overage.claims);
        return claims;
    }
}
