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
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a provider's people leave at the customers that they are engaged for, and what they do not. */
@ServerTest
final class EntrantTracesIT {

    private static final String O = "/api/organizations/{o}";

    private final TestOrganizations organizations;
    private final TestClock clock;
    private final TestOrganization provider;
    private final TestOrganization customer;
    private final TestOrganization another;
    private final PersonRef technician;
    private final Engaging engaging;

    @Autowired
    EntrantTracesIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
        this.another = organizations.customerOf(provider);
        this.technician = provider.another(Role.TECHNICIAN);
        this.engaging = new Engaging(provider, clock);
    }

    @Test
    void noViewsOfListsWhichAreForMembers() {
        engaging.give(technician, customer, "FULL", null);
        Api browser = customer.as(technician);
        Map<String, Object> view = Map.of("list", "devices", "name", "Mine", "query", "", "preferred", false);
        Api.Answer refused = browser.post(O + "/saved-views", view);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("members");
        assertThat(browser.put(O + "/saved-views/" + technician.id(), view).status())
                .isEqualTo(403);
        assertThat(browser.get(O + "/saved-views").json()).isEmpty();
    }

    @Test
    void noFallbackFromAProviderThatIsRequiredOfMembers() {
        engaging.give(technician, customer, "FULL", null);
        assertThat(customer.as(technician)
                        .post("/api/session/fallback", Map.of("organization", customer.id()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theirComingInAndWhatWasRefusedThereIsForTheCustomerToSee() {
        engaging.give(technician, customer, "READ_ONLY", null);
        engaging.give(technician, another, "READ_ONLY", null);
        Api browser = customer.as(technician);
        assertThat(kinds(customer)).containsExactly("SIGNED_IN");
        assertThat(browser.get(O + "/people").status()).isEqualTo(403);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(kinds(customer)).containsExactlyInAnyOrder("PERMISSION_REFUSED", "SIGNED_IN"));
        assertThat(kinds(another)).as("refused elsewhere").containsExactly("SIGNED_IN");
        provider.anonymous().signIn(technician.email(), "wrong secret");
        Awaitility.await().untilAsserted(() -> assertThat(kinds(provider)).contains("SIGN_IN_REFUSED"));
        assertThat(kinds(another)).containsExactly("SIGNED_IN");
        engaging.end(technician, customer);
        provider.as(technician);
        assertThat(kinds(customer)).as("no longer engaged").hasSize(2);
    }

    /** Its own provider lets them reach customers of its own, and no customer that another organization engages them for. */
    @Test
    void theirComingInByTheProvidersOwnIdentityProviderIsForItsCustomersToSee() {
        try (OpenIdProvider standIn = OpenIdProvider.start()) {
            SignInByProvider signIn = SignInByProvider.of(provider, standIn);
            PersonRef ada = organizations.person("ada@" + signIn.domain());
            organizations.join(provider.id(), ada, Role.TECHNICIAN);
            TestOrganization rival = organizations.provider();
            TestOrganization foreign = organizations.customerOf(rival);
            organizations.join(rival.id(), ada, Role.TECHNICIAN);
            assertThat(new Engaging(rival, clock).give(ada, foreign, "READ_ONLY", null))
                    .isEqualTo("BEGUN");
            assertThat(engaging.give(ada, customer, "READ_ONLY", null)).isEqualTo("BEGUN");

            Api browser = organizations.browser();
            assertThat(SignInByProvider.problem(signIn.signIn(browser, signIn.claims("ada"))))
                    .isEmpty();
            browser.delete("/api/session");

            assertThat(kinds(customer, ada)).containsExactly("SIGNED_OUT", "SIGNED_IN");
            assertThat(kinds(another, ada)).isEmpty();
            assertThat(kinds(foreign, ada)).isEmpty();
            assertThat(kinds(rival, ada)).doesNotContain("SIGNED_OUT");
        }
    }

    private List<String> kinds(TestOrganization organization) {
        return kinds(organization, technician);
    }

    private static List<String> kinds(TestOrganization organization, PersonRef person) {
        Role administrator = Role.administratorOf(organization.kind());
        return organization
                .as(administrator)
                .get(O + "/activity?person=" + person.id())
                .json()
                .at("/items")
                .findValuesAsString("kind");
    }
}
