package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A technician who is one by a claim of the provider's own identity provider, and comes in through it. */
@ServerTest
final class EngagedByClaimIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganization provider;
    private final TestOrganization customer;
    private final TestOrganization sibling;
    private final SignInByProvider signIn;
    private final Api browser;
    private final PersonRef technician;
    private final Engaging engaging;

    @Autowired
    EngagedByClaimIT(TestOrganizations organizations, TestClock clock) {
        this.provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
        this.sibling = organizations.customerOf(provider);
        this.signIn = SignInByProvider.of(provider, standIn);
        this.browser = organizations.browser();
        this.engaging = new Engaging(provider, clock);
        this.technician = organizations.person("ada@" + signIn.domain());
        organizations.join(provider.id(), technician);
    }

    @BeforeEach
    void begin() {
        signIn.provider().map(Map.of("technicians", Role.TECHNICIAN, "others", Role.ACCOUNT_MANAGER));
        signIn.signIn(browser, signIn.claims("ada", "technicians"));
        assertThat(engaging.give(technician, customer, "FULL", null)).isEqualTo("BEGUN");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void reachesTheCustomerThatTheyAreEngagedForAndNoOther() {
        assertThat(at(customer, "/devices")).isEqualTo(200);
        assertThat(at(sibling, "/devices")).isEqualTo(404);
    }

    @Test
    void whatTheClaimGivesNoMoreCountsNoMoreAtTheCustomerEither() {
        signIn.signIn(browser, signIn.claims("ada", "others"));
        assertThat(at(customer, "/devices")).isIn(403, 404);
        signIn.signIn(browser, signIn.claims("ada", "technicians"));
        assertThat(at(customer, "/devices")).isEqualTo(200);
    }

    @Test
    void theDoorClosesWithTheIdentityProvider() {
        signIn.provider().disable();
        assertThat(at(customer, "/devices")).isIn(403, 404);
        signIn.provider().enable();
        assertThat(at(customer, "/devices")).isEqualTo(200);
    }

    private int at(TestOrganization organization, String path) {
        return browser.get("/api/organizations/" + organization.id() + path).status();
    }
}
