package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a provider's people leave at the customers that they are engaged for, and what they do not. */
@ServerTest
final class EntrantTracesIT {

    private static final String O = "/api/organizations/{o}";

    private final TestOrganization customer;
    private final PersonRef technician;
    private final Engaging engaging;

    @Autowired
    EntrantTracesIT(TestOrganizations organizations, TestClock clock) {
        TestOrganization provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
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
}
