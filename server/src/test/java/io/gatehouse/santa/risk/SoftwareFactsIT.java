package io.gatehouse.santa.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.FactSource;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.requests.Macs;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Policies know what Macs told of the software, and what was decided about its signer. */
@ServerTest
final class SoftwareFactsIT {

    private static final String REQUESTS = "/api/organizations/{o}/requests";

    private final Macs macs;
    private final FactSource facts;
    private final TestOrganization organization;
    private final OrganizationScope scope;
    private final Api eve;
    private final Api admin;

    @Autowired
    SoftwareFactsIT(TestOrganizations organizations, Macs macs, SoftwareFacts facts) {
        this.macs = macs;
        this.facts = facts;
        this.organization = organizations.enterprise();
        this.scope = organization.scope();
        this.eve = organization.as(Role.END_USER);
        this.admin = organization.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aRequestIsRoutedByTheSoftwareThatItIsAbout() {
        macs.lockDown(scope);
        UUID mac = macs.device(scope, "eves-mac", organization.person(Role.END_USER));
        SignedFile app = Macs.signed("Figures");
        macs.file(scope, app);
        UUID block = macs.block(scope, mac, app, Instant.now().minus(1, ChronoUnit.MINUTES));
        String request = submit(block);
        JsonNode told = explain(request);
        assertThat(told.at("/teamId").asString()).isEqualTo(app.teamId());
        assertThat(told.at("/signingStatus").asString()).isEqualTo(app.status());
        assertThat(told.at("/refusedOfSigner").asInt()).isZero();
        int before = told.at("/risk").asInt();
        JsonNode detail = admin.get(REQUESTS + "/" + request).json();
        String hash = detail.findValue("contentHash").asString();
        assertThat(admin.post(
                                REQUESTS + "/" + request + "/deny",
                                Map.of("contentHash", hash, "reason", "Nobody knows its maker"))
                        .status())
                .isEqualTo(200);
        JsonNode again = explain(submit(block));
        assertThat(again.at("/refusedOfSigner").asInt()).isOne();
        assertThat(again.at("/risk").asInt()).isEqualTo(Math.min(100, before + 20));
        assertThat(again.at("/riskReasons").toString()).contains("were refused");
        assertThat(again.propertyNames())
                .containsAll(facts.facts().stream().map(fact -> fact.name()).toList());
    }

    private String submit(UUID block) {
        Api.Answer answer =
                eve.post(REQUESTS, Map.of("eventId", block, "justification", "Needed for the quarterly report"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode id = answer.json().at("/id");
        return (id.isMissingNode() ? answer.json().findValue("id") : id).asString();
    }

    private JsonNode explain(String request) {
        Api.Answer answer =
                admin.post("/api/organizations/{o}/approval-policies/SOFTWARE/explain", Map.of("request", request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/facts");
    }
}
