package io.gatehouse.santa.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.SantaData;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Claims that a Mac is somebody's. */
@ServerTest
final class ClaimIT {

    private static final String CLAIMS = "/api/organizations/{o}/ownership-claims";

    private final TestOrganizations organizations;
    private final SantaData santa;
    private final OwnershipClaims claims;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private TestOrganization acme;
    private Api admin;
    private DeviceRef device;

    @Autowired
    ClaimIT(
            TestOrganizations organizations,
            SantaData santa,
            OwnershipClaims claims,
            Transactions transactions,
            JdbcClient jdbc) {
        this.organizations = organizations;
        this.santa = santa;
        this.claims = claims;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
        device = santa.device(acme, "mac");
    }

    @Test
    void aConfirmedClaimMakesAnOwnerAndRefusesTheOthers() {
        PersonRef person = acme.person(Role.END_USER);
        claim(person);
        claim(person);
        claim(acme.person(Role.TEAM_LEAD));
        JsonNode open = admin.get(CLAIMS).json();
        assertThat(open.size()).isEqualTo(2);
        assertThat(open.get(0).get("person").get("email").asString()).isEqualTo(person.email());
        String id = open.get(0).get("id").asString();
        assertThat(acme.as(Role.TEAM_LEAD).post(CLAIMS + "/" + id + "/confirm").status())
                .isEqualTo(403);
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .post(CLAIMS + "/" + id + "/confirm")
                        .status())
                .isEqualTo(404);
        assertThat(admin.post(CLAIMS + "/" + id + "/confirm").status()).isEqualTo(204);
        assertThat(owner()).isEqualTo(person.email());
        assertThat(admin.get(CLAIMS).json().size()).isZero();
        assertThat(admin.post(CLAIMS + "/" + id + "/confirm").status()).isEqualTo(404);
    }

    @Test
    void aRefusalNeedsAReasonAndGivesNothing() {
        claim(acme.person(Role.END_USER));
        String id = admin.get(CLAIMS).json().get(0).get("id").asString();
        assertThat(admin.post(CLAIMS + "/" + id + "/refuse", Map.of()).status()).isEqualTo(422);
        assertThat(admin.post(CLAIMS + "/" + id + "/refuse", Map.of("reason", "not theirs"))
                        .status())
                .isEqualTo(204);
        assertThat(owner()).isEmpty();
        claim(acme.person(Role.END_USER));
        assertThat(admin.get(CLAIMS).json().size()).isEqualTo(1);
    }

    @Test
    void whatTheMacReportsConfirmsOnlyWhereTheOrganizationSaysSo() {
        PersonRef person = acme.person(Role.END_USER);
        report(person.email().toUpperCase(java.util.Locale.ROOT));
        claim(person);
        assertThat(owner()).isEmpty();
        DeviceRef second = santa.device(acme, "second");
        device = second;
        report(person.email());
        assertThat(admin.patch("/api/organizations/{o}", Map.of("ownershipConfirmation", "PRIMARY_USER_EMAIL"))
                        .status())
                .isEqualTo(200);
        claim(acme.person(Role.TEAM_LEAD));
        assertThat(owner()).isEmpty();
        claim(person);
        assertThat(owner()).isEqualTo(person.email());
        claim(acme.person(Role.AUDITOR));
        assertThat(owner()).isEqualTo(person.email());
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com, true",
        "ANN@Example.com, ann@example.com, true",
        "ann,             ann@example.com, false",
        "'',              ann@example.com, false",
        "an,              ann@example.com, false",
        "ann@evil.test,   ann@example.com, false",
        "'',              @example.com,    false"
    })
    void aPersonIsNamedByTheWholeAddressAlone(String user, String email, boolean named) {
        assertThat(Claims.isNamedBy(user, email)).isEqualTo(named);
    }

    private void claim(PersonRef person) {
        claims.claim(acme.scope(Role.END_USER), device.id(), person.id());
    }

    private void report(String user) {
        transactions.write(
                acme.scope(),
                () -> jdbc.sql("update santa.device set primary_user = ? where id = ?")
                        .params(user, device.id())
                        .update());
    }

    private String owner() {
        JsonNode owner = admin.get("/api/organizations/{o}/devices/" + device.id())
                .json()
                .get("owner");
        return owner.isNull() ? "" : owner.get("email").asString();
    }
}
