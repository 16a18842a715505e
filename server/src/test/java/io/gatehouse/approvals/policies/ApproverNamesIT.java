package io.gatehouse.approvals.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a policy may name is found by name, in one's own organization alone. */
@ServerTest
final class ApproverNamesIT {

    private static final String POLICIES = "/api/organizations/{o}/approval-policies/TEST";

    private final TestOrganizations organizations;

    @Autowired
    ApproverNamesIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    private static List<String> found(Api api, String text) {
        return ids(api.get(POLICIES + "/approvers?text=" + text));
    }

    private static List<String> named(Api api, Object... ids) {
        return ids(api.post(POLICIES + "/names", Map.of("ids", ids)));
    }

    private static List<String> ids(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsString("id");
    }

    private static String team(Api admin, String name) {
        return admin.post("/api/organizations/{o}/teams", Map.of("name", name))
                .json()
                .at("/team/id")
                .asString();
    }

    @Test
    void findsPeopleTeamsAndTheRolesOfTheOrganizationsKind() {
        TestOrganization acme = organizations.enterprise();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        PersonRef somebody = acme.person(Role.END_USER);
        String finance = team(admin, "Finance");
        assertThat(found(admin, somebody.email())).containsExactly(somebody.id().toString());
        assertThat(found(admin, "FINAN")).containsExactly(finance);
        assertThat(found(admin, "security%20admin")).contains("SECURITY_ADMIN");
        assertThat(found(admin, "customer%20admin")).doesNotContain("CUSTOMER_ADMIN");
        assertThat(found(admin, "%25%25")).isEmpty();
        assertThat(named(admin, finance, somebody.id(), UUID.randomUUID()))
                .containsExactlyInAnyOrder(finance, somebody.id().toString());
    }

    @Test
    void namesNobodyOfAnotherOrganization() {
        TestOrganization acme = organizations.enterprise();
        String finance = team(acme.as(Role.SECURITY_ADMIN), "Finance");
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        String person = acme.person(Role.END_USER).id().toString();
        assertThat(named(stranger, finance, person)).isEmpty();
        assertThat(found(stranger, "finance")).isEmpty();
    }

    @Test
    void auditorsReadNamesAndDoNotSearch() {
        TestOrganization acme = organizations.enterprise();
        Api auditor = acme.as(Role.AUDITOR);
        String person = acme.person(Role.END_USER).id().toString();
        assertThat(named(auditor, person)).containsExactly(person);
        assertThat(auditor.post(POLICIES + "/names", Map.of("ids", List.of(person)))
                        .body())
                .doesNotContain("@");
        assertThat(auditor.get(POLICIES + "/approvers?text=a").status()).isEqualTo(403);
        for (String broken : List.of("{}", "{\"ids\": null}", "{\"ids\": [null]}", "{\"ids\": [\"x\"]}")) {
            assertThat(auditor.post(POLICIES + "/names", broken).status())
                    .as(broken)
                    .isIn(400, 422);
        }
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(1_001).toList();
        assertThat(auditor.post(POLICIES + "/names", Map.of("ids", many)).status())
                .isEqualTo(422);
    }
}
