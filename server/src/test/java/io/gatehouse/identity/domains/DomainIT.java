package io.gatehouse.identity.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail domains are proven by the DNS or by an operator, and belong to one organization. */
@ServerTest
final class DomainIT {

    private static final String DOMAINS = "/api/organizations/{o}/domains";
    private static final String CLAIMS = "/api/installation/domain-claims";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final String domain = TestDomains.fresh();

    @Autowired
    DomainIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void isProvenByTheRecordAndNothingElse() {
        Api.Answer claimed = claim(admin, domain);
        String record = claimed.json().at("/recordName").asString();
        assertThat(record).isEqualTo("_gatehouse-challenge." + domain);
        assertThat(finding()).startsWith("There is no TXT record");
        TestDomains.NAMES.put(record, "gatehouse-verification=another");
        assertThat(finding()).endsWith("says something else");
        TestDomains.NAMES.put(
                record, "v=spf1 -all", claimed.json().at("/recordValue").asString());
        Api.Answer proven = admin.post(DOMAINS + "/" + domain + "/check");
        assertThat(proven.json().at("/verifiedBy").asString()).isEqualTo("DNS");
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=domain.verify")
                        .body())
                .contains(domain);
    }

    @Test
    void staysUnprovenWhenTheNameServerFails() {
        String record = claim(admin, domain).json().at("/recordName").asString();
        TestDomains.NAMES.fail(record);
        assertThat(finding()).startsWith("The name server gave no answer");
    }

    @Test
    void refusesPublicMailDomainsAndWhatIsNoDomain() {
        for (String wrong : List.of(
                "gmail.com",
                "GMail.com ",
                "outlook.com",
                "com",
                "a b.example",
                "-.example",
                "1.2.3.4",
                "x".repeat(64) + ".example",
                "acme.example.")) {
            assertThat(claim(admin, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(claim(admin, "BÜCHER-" + domain).json().at("/name").asString())
                .startsWith("xn--");
    }

    @Test
    void belongsToOneOrganization() {
        TestOrganization rival = organizations.enterprise();
        String proven = TestDomains.provenBy(acme);
        Api.Answer claimed = claim(rival.as(Role.SECURITY_ADMIN), proven);
        assertThat(claimed.status()).as("claiming says nothing of others").isEqualTo(201);
        TestDomains.NAMES.put(
                claimed.json().at("/recordName").asString(),
                claimed.json().at("/recordValue").asString());
        assertThat(rival.as(Role.SECURITY_ADMIN)
                        .post(DOMAINS + "/" + proven + "/check")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anOperatorConfirmsByHandWithAReason() {
        claim(admin, domain);
        Api operator = organizations.signedIn(organizations.person(true));
        assertThat(operator.get(CLAIMS).body())
                .contains(domain, acme.person(Role.SECURITY_ADMIN).email());
        Map<String, Object> confirmation =
                Map.of("organization", acme.id().toString(), "name", domain, "reason", "Contract 7");
        assertThat(operator.post(CLAIMS + "/confirm", confirmation).status()).isEqualTo(204);
        assertThat(admin.get(DOMAINS).json().at("/0/verifiedBy").asString()).isEqualTo("OPERATOR");
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=domain.verify")
                        .body())
                .contains("Contract 7");
        assertThat(admin.post(CLAIMS + "/confirm", confirmation).status()).isEqualTo(403);
    }

    /** Whoever claims, proves or gives up a domain decides for whom providers may speak. */
    @Test
    void takesAllThatAdministratorsMayDo() {
        Api helper = acme.asHelper("organization.read", "organization.manage", "people.manage");
        String proven = TestDomains.provenBy(acme);
        assertThat(helper.get(DOMAINS).status()).isEqualTo(200);
        assertThat(claim(helper, domain).status()).isEqualTo(403);
        assertThat(helper.post(DOMAINS + "/" + proven + "/check").status()).isEqualTo(403);
        assertThat(helper.delete(DOMAINS + "/" + proven).status()).isEqualTo(403);
        assertThat(admin.get(DOMAINS).json()).hasSize(1);
    }

    @Test
    void reachesNothingOfAnotherOrganization() {
        claim(admin, domain);
        Api rival = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(rival.get(DOMAINS).json()).isEmpty();
        assertThat(rival.post(DOMAINS + "/" + domain + "/check").status()).isEqualTo(404);
        assertThat(rival.delete(DOMAINS + "/" + domain).status()).isEqualTo(404);
        assertThat(admin.delete(DOMAINS + "/" + domain).status()).isEqualTo(204);
        assertThat(admin.get(DOMAINS).json()).isEmpty();
    }

    private String finding() {
        Api.Answer checked = admin.post(DOMAINS + "/" + domain + "/check");
        assertThat(checked.json().at("/verifiedAt").isNull()).isTrue();
        return checked.json().at("/finding").asString();
    }

    private static Api.Answer claim(Api by, String name) {
        return by.post(DOMAINS, Map.of("name", name));
    }
}
