package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.path;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.events.EventIntake;
import io.gatehouse.santa.events.Uploads;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A Mac that lies about who signed a file must not have its lie approved by the request of somebody else. */
@ServerTest
final class DisputedFileIT {

    private static final String FILE = Uploads.sha256("browser");
    private static final String TRUTH = "MAKERTEAM1:com.example.browser";
    private static final String LIE = "EVILTEAM00:evil";
    private static final Map<String, Object> EVERYWHERE = Map.of("kind", "ORGANIZATION");

    private final TestOrganizations organizations;
    private final Macs macs;
    private final EventIntake intake;

    private OrganizationScope scope;
    private Api eve;
    private Api admin;
    private UUID honest;
    private UUID liar;

    @Autowired
    DisputedFileIT(TestOrganizations organizations, Macs macs, EventIntake intake) {
        this.organizations = organizations;
        this.macs = macs;
        this.intake = intake;
    }

    @BeforeEach
    void twoMacs() {
        TestOrganization organization = organizations.enterprise();
        scope = organization.scope();
        eve = organization.as(Role.END_USER);
        admin = organization.as(Role.SECURITY_ADMIN);
        honest = macs.device(scope, "honest", organization.person(Role.END_USER));
        liar = macs.device(scope, "liar", null);
    }

    @Test
    void aLieToldFirstIsNeverProposedAndOnlyTheFileItselfCanBeApproved() {
        tell(liar, LIE, "PRODUCTION");
        tell(honest, TRUTH, "PRODUCTION");

        JsonNode seen = asked();

        assertThat(seen.at("/signerDisputed").asBoolean()).isTrue();
        assertThat(seen.at("/software/signingId").asString()).isEqualTo(TRUTH);
        assertThat(seen.at("/proposals")).hasSize(1);
        assertThat(recommended(seen).at("/ruleType").asString()).isEqualTo("BINARY");
        assertThat(recommended(seen).at("/explanation").asString()).contains("Macs disagree about who signed it");
        assertThat(approve(seen, "SIGNINGID", LIE).status()).isEqualTo(422);
        assertThat(approve(seen, "SIGNINGID", TRUTH).status()).isEqualTo(422);
        assertThat(approve(seen, "BINARY", FILE).status()).isEqualTo(200);
    }

    @Test
    void aLieToldAfterTheCardWasOpenedStopsTheApproval() {
        tell(honest, TRUTH, "PRODUCTION");
        JsonNode seen = asked();
        assertThat(recommended(seen).at("/identifier").asString()).isEqualTo(TRUTH);
        tell(liar, LIE, "PRODUCTION");

        Api.Answer answer = approve(seen, "SIGNINGID", TRUTH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Macs disagree about who signed this file");
    }

    @Test
    void whatAMacLeftOutIsNotFilledInByAnotherOne() {
        tell(honest, "", "");
        tell(liar, LIE, "");

        JsonNode seen = asked();

        assertThat(seen.at("/event/signingId").isNull()).isTrue();
        assertThat(seen.at("/proposals")).hasSize(1);
        assertThat(recommended(seen).at("/identifier").asString()).isEqualTo(FILE);
        assertThat(approve(seen, "SIGNINGID", LIE).status()).isEqualTo(422);
    }

    @Test
    void anAnswerThatIsOnlyShorterIsNoDisagreement() {
        tell(liar, "", "");
        tell(honest, TRUTH, "PRODUCTION");

        JsonNode seen = asked();

        assertThat(seen.at("/signerDisputed").asBoolean()).isFalse();
        assertThat(recommended(seen).at("/identifier").asString()).isEqualTo(TRUTH);
    }

    private void tell(UUID device, String signingId, String status) {
        String team = signingId.isEmpty() ? "" : signingId.substring(0, 10);
        intake.accept(scope.organization(), device, Uploads.of("""
                {"file_sha256": "%s", "file_path": "/Applications", "file_name": "Browser", "executing_user": "eve",
                 "execution_time": %s, "decision": "BLOCK_UNKNOWN", "pid": 7, "signing_id": "%s", "team_id": "%s",
                 "signingStatus": "%s"}
                """.formatted(
                        FILE,
                        Instant.now().toEpochMilli() / 1_000.0,
                        signingId,
                        team,
                        status.isEmpty() ? "" : "SIGNING_STATUS_" + status)));
    }

    private JsonNode asked() {
        Api.Answer answer = eve.post(
                "/api/organizations/{o}/requests",
                Map.of("sha256", FILE, "deviceId", honest, "justification", "Needed for the report"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return admin.get(path(answer.json())).json();
    }

    private Api.Answer approve(JsonNode seen, String type, String identifier) {
        Map<String, Object> approval = new HashMap<>(approval(seen, recommended(seen), EVERYWHERE));
        approval.put("ruleType", type);
        approval.put("identifier", identifier);
        return admin.post(path(seen) + "/approve", approval);
    }
}
