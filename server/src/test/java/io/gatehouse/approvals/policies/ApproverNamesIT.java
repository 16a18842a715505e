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

    private static List<String> found(Api api, String query) {
        Api.Answer answer = api.get(POLICIES + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsString("id");
    }

    private static String team(Api admin, String name) {
        return admin.post("/api/organizations/{o}/teams", Map.of("name", name))
                .json()
                .at("/id")
                .asString();
    }

    @Test
    void findsPeopleTeamsAndTheRolesOfTheOrganizationsKind() {
        TestOrganization acme = organizations.enterprise();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        PersonRef somebody = acme.person(Role.END_USER);
        String finance = team(admin, "Finance");
        assertThat(found(admin, "/approvers?text=" + somebody.email()))
                .containsExactly(somebody.id().toString());
        assertThat(found(admin, "/approvers?text=FINAN")).containsExactly(finance);
        assertThat(found(admin, "/approvers?text=security admin")).contains("SECURITY_ADMIN");
        assertThat(found(admin, "/approvers?text=customer admin")).doesNotContain("CUSTOMER_ADMIN");
        assertThat(found(admin, "/approvers?text=%25%25")).isEmpty();
        assertThat(found(admin, "/names?id=" + finance + "&id=" + somebody.id() + "&id=" + UUID.randomUUID()))
                .containsExactlyInAnyOrder(finance, somebody.id().toString());
    }

    @Test
    void namesNobodyOfAnotherOrganization() {
        TestOrganization acme = organizations.enterprise();
        String finance = team(acme.as(Role.SECURITY_ADMIN), "Finance");
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        String person = acme.person(Role.END_USER).id().toString();
        assertThat(found(stranger, "/names?id=" + finance + "&id=" + person)).isEmpty();
        assertThat(found(stranger, "/approvers?text=finance")).isEmpty();
    }

    @Test
    void auditorsReadNamesAndDoNotSearch() {
        TestOrganization acme = organizations.enterprise();
        Api auditor = acme.as(Role.AUDITOR);
        String person = acme.person(Role.END_USER).id().toString();
        assertThat(auditor.get(POLICIES + "/names?id=" + person).body()).doesNotContain("@");
        assertThat(auditor.get(POLICIES + "/approvers?text=a").status()).isEqualTo(403);
        String many = "/names?id=" + String.join("&id=", java.util.Collections.nCopies(501, person));
        assertThat(auditor.get(POLICIES + many).status()).isEqualTo(422);
    }
}
