package io.gatehouse.identity.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
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
    private final Domains domains;
    private final DomainChecks checks;
    private final TestClock clock;
    private final TestOrganization acme;
    private final Api admin;
    private final String domain = TestDomains.fresh();

    @Autowired
    DomainIT(TestOrganizations organizations, Domains domains, DomainChecks checks, TestClock clock) {
        this.organizations = organizations;
        this.domains = domains;
        this.checks = checks;
        this.clock = clock;
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

    @Test
    void aProofWhoseRecordIsGoneLapsesAfterTwoWeeks() {
        String proven = TestDomains.provenBy(acme);
        TestDomains.NAMES.put(Domain.RECORD_PREFIX + proven);
        checkAfter(Duration.ofDays(2));
        Instant lapses = known(proven).lapsesAt();
        assertThat(known(proven).isVerified()).isTrue();
        checkAfter(Duration.ofDays(15));
        assertThat(known(proven).isVerified())
                .as("thirteen days after it was missed")
                .isTrue();
        assertThat(known(proven).lapsesAt()).isEqualTo(lapses).isNotNull();
        checkAfter(Duration.ofDays(17));
        assertThat(known(proven).isVerified()).isFalse();
        assertThat(domains.owner("ada@" + proven)).isEmpty();
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=domain.lapse")
                        .body())
                .contains(proven);
    }

    @Test
    void aRecordThatComesBackAndANameServerThatFailsTakeNothing() {
        String proven = TestDomains.provenBy(acme);
        String record = known(proven).recordValue();
        TestDomains.NAMES.put(Domain.RECORD_PREFIX + proven);
        checkAfter(Duration.ofDays(2));
        TestDomains.NAMES.put(Domain.RECORD_PREFIX + proven, record);
        checkAfter(Duration.ofDays(4));
        assertThat(known(proven).lapsesAt()).isNull();
        TestDomains.NAMES.fail(Domain.RECORD_PREFIX + proven);
        checkAfter(Duration.ofDays(40));
        checkAfter(Duration.ofDays(60));
        assertThat(known(proven).isVerified()).isTrue();
        assertThat(known(proven).lapsesAt()).isNull();
    }

    @Test
    void whatAnOperatorConfirmedIsNotLookedForAgain() {
        claim(admin, domain);
        domains.confirm(acme.scope(), domain, "Contract 7");
        checkAfter(Duration.ofDays(2));
        checkAfter(Duration.ofDays(30));
        admin.post(DOMAINS + "/" + domain + "/check");
        checkAfter(Duration.ofDays(60));
        assertThat(known(domain).isVerified()).isTrue();
        assertThat(known(domain).lapsesAt()).isNull();
    }

    /** Others' domains are due as well. */
    private void checkAfter(Duration time) {
        try (TestClock.Shift _ = clock.ahead(time)) {
            for (int round = 0; round < 20; round++) {
                checks.checkDue();
            }
        }
    }

    private Domain known(String name) {
        return domains.list(acme.scope()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
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
