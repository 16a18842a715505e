package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody has at this door when they leave: Macs and rules change hands, open requests are withdrawn. */
@ServerTest
final class LeavingIT {

    private static final String O = "/api/organizations/{o}";

    private final TestOrganization acme;
    private final Macs macs;

    @Autowired
    LeavingIT(TestOrganizations organizations, Macs macs) {
        this.acme = organizations.enterprise();
        this.macs = macs;
    }

    @Test
    void macsAndRulesGoToTheSuccessorAndOpenRequestsEnd() {
        Api admin = acme.as(Role.SECURITY_ADMIN);
        PersonRef person = acme.another(Role.END_USER);
        PersonRef heir = acme.another(Role.END_USER);
        SignedFile app = Macs.signed("Figures");
        macs.file(acme.scope(), app);
        UUID mac = macs.device(acme.scope(), "their-mac", person);
        UUID block = macs.block(acme.scope(), mac, app, Instant.now());
        String request = O + "/requests/"
                + acme.as(person)
                        .post(O + "/requests", Map.of("eventId", block, "justification", "Needed for the report"))
                        .json()
                        .at("/id")
                        .asString();
        assertThat(request)
                .endsWith(admin.get(O + "/events/" + block)
                        .json()
                        .at("/request/id")
                        .asString());
        Map<String, Object> rule = new HashMap<>(Map.of(
                "ruleType", "BINARY", "identifier", "a".repeat(64), "policy", "ALLOWLIST", "ownerId", person.id()));
        rule.put("scope", Map.of("kind", "ORGANIZATION"));
        Api.Answer made = admin.post(O + "/rules", rule);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(admin.post(
                                O + "/people/" + person.id() + "/remove",
                                Map.of("reason", "Left the company", "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(admin.get(O + "/devices/" + mac).body()).contains(heir.id().toString());
        assertThat(admin.get(O + "/rules/" + made.json().at("/id").asString()).body())
                .contains(heir.id().toString());
        assertThat(admin.get(request).json().at("/state").asString()).isEqualTo("WITHDRAWN");
    }
}
