package io.gatehouse.identity.engagements;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A provider's administrator at the matrix. */
final class Engaging {

    static final String ASSIGNMENTS = "/api/organizations/{o}/assignments";

    private final Api admin;
    private final Clock clock;

    Engaging(TestOrganization provider, Clock clock) {
        this.admin = provider.as(Role.SUPER_ADMIN);
        this.clock = clock;
    }

    /** What became of it. */
    String give(PersonRef person, TestOrganization customer, String level, @Nullable Duration until) {
        Map<String, Object> terms = new HashMap<>(Map.of("level", level, "reason", "Ticket 4711"));
        if (until != null) {
            terms.put("expiresAt", clock.instant().plus(until).toString());
        }
        return effect(give(admin, person, customer, terms));
    }

    String end(PersonRef person, TestOrganization customer) {
        return effect(
                admin.post(ASSIGNMENTS + "/end", Map.of("cells", List.of(cell(person, customer)), "reason", "Done")));
    }

    static Api.Answer give(Api browser, PersonRef person, TestOrganization customer, Map<String, Object> terms) {
        return browser.post(ASSIGNMENTS, Map.of("cells", List.of(cell(person, customer)), "terms", terms));
    }

    static Map<String, Object> cell(PersonRef person, TestOrganization customer) {
        return Map.of("personId", person.id(), "customerId", customer.id());
    }

    private static String effect(Api.Answer answer) {
        if (answer.status() != 200) {
            return answer.status() + " " + answer.body();
        }
        JsonNode outcome = answer.json().at("/0");
        return outcome.at("/refusal").isNull()
                ? outcome.at("/effect").asString()
                : outcome.at("/refusal").asString();
    }
}
