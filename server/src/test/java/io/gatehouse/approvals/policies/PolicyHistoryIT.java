package io.gatehouse.approvals.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was in force before is archived, and comes back as a draft. */
@ServerTest
final class PolicyHistoryIT {

    private static final String POLICIES = "/api/organizations/{o}/approval-policies/TEST";

    private final TestOrganizations organizations;

    private TestOrganization acme;
    private Api admin;

    @Autowired
    PolicyHistoryIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    private ObjectNode builtIn() {
        return (ObjectNode) admin.get(POLICIES + "/versions/0").json().at("/policy");
    }

    private void publish(JsonNode policy) {
        assertThat(admin.put(POLICIES + "/draft", Map.of("version", 0, "policy", policy))
                        .status())
                .isEqualTo(200);
        Api.Answer published = admin.post(POLICIES + "/publish", Map.of("draft", 1));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    @Test
    void theNextVersionArchivesTheOneBeforeAndTheBuiltInOneCanComeBack() {
        publish(builtIn().put("name", "First"));
        publish(builtIn().put("name", "Second"));
        JsonNode versions = admin.get(POLICIES + "/versions").json();
        assertThat(versions.findValuesAsString("name"))
                .containsExactly("Second", "First", builtIn().at("/name").asString());
        assertThat(versions.findValuesAsString("state")).containsExactly("IN_FORCE", "ARCHIVED", "ARCHIVED");
        assertThat(versions.at("/1/archivedAt")).isEqualTo(versions.at("/0/publishedAt"));
        assertThat(versions.at("/2/archivedAt")).isEqualTo(versions.at("/1/publishedAt"));
        assertThat(versions.at("/0").has("policy")).isFalse();
        publish(builtIn());
        assertThat(admin.get(POLICIES + "/versions").json().at("/0/version").asInt())
                .isEqualTo(3);
        assertThat(admin.get(POLICIES + "/difference?from=0&to=3").json().isEmpty())
                .isTrue();
    }

    @Test
    void aDiscardedDraftIsGoneAndTold() {
        admin.put(POLICIES + "/draft", Map.of("version", 0, "policy", builtIn()));
        assertThat(acme.as(Role.AUDITOR).delete(POLICIES + "/draft").status()).isEqualTo(403);
        assertThat(admin.delete(POLICIES + "/draft").status()).isEqualTo(204);
        assertThat(admin.get(POLICIES + "/draft").status()).isEqualTo(204);
        assertThat(admin.delete(POLICIES + "/draft").status()).isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=policy.discard")
                        .json()
                        .at("/items/0/object/name")
                        .asString())
                .isEqualTo(builtIn().at("/name").asString());
    }

    @Test
    void rolesThatNobodyCanHaveBlockAndRolesThatNobodyHasAreTold() {
        ObjectNode policy = builtIn();
        ObjectNode group = (ObjectNode) policy.at("/otherwise/stages/0/requirement");
        ObjectNode emergency = ((ObjectNode) policy.at("/otherwise")).putObject("emergency");
        emergency.put("deadline", "P1D").set("review", group.deepCopy());
        emergency.putArray("roles").add("SUPER_ADMIN").add("TEAM_LEAD");
        JsonNode findings = admin.post(POLICIES + "/lint", policy).json();
        assertThat(findings.findValuesAsString("message"))
                .contains("Nobody can have the role Super admin here", "Nobody has the role Team lead");
        assertThat(findings.valueStream()
                        .filter(finding -> finding.at("/message").asString().contains("Super admin"))
                        .allMatch(finding -> finding.at("/blocks").asBoolean()
                                && finding.at("/stage").asString().equals("review")))
                .isTrue();
    }
}
