package io.gatehouse.identity.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators hear in time of what ends, thirty days, a week and a day before, each once. */
@MailTest
final class WarningsIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final Warnings warnings;
    private final TestClock clock;
    private final TestOrganization acme;
    private final PersonRef administrator;
    private final SignInByProvider signIn;
    private final TestProvider provider;

    @Autowired
    WarningsIT(TestOrganizations organizations, Warnings warnings, TestClock clock) {
        this.warnings = warnings;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.administrator = acme.person(Role.SECURITY_ADMIN);
        this.signIn = SignInByProvider.of(acme, standIn);
        this.provider = signIn.provider();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void tellsOfASecretThriceAndNobodyElse() {
        PersonRef auditor = acme.another(Role.AUDITOR);
        secretEndsIn(40);
        warnings.tell();
        assertThat(endings()).isEmpty();
        hearsAfter(Duration.ofDays(11), 1);
        hearsAfter(Duration.ofDays(12), 1);
        hearsAfter(Duration.ofDays(33), 2);
        hearsAfter(Duration.ofDays(39), 3);
        ArrivedLetter last = TestMail.await(administrator.email(), 3);
        assertThat(last.header("Subject")).startsWith("The secret of Renamed ");
        assertThat(last.text()).contains("/single-sign-on/" + provider.id());
        assertThat(TestMail.to(auditor.email())).isEmpty();
    }

    @Test
    void aNewSecretIsToldOfAnewAndTheOldOneNoMore() {
        secretEndsIn(5);
        assertThat(endings()).contains("SECRET");
        warnings.tell();
        TestMail.await(administrator.email(), 1);
        secretEndsIn(300);
        assertThat(endings()).isEmpty();
        hearsAfter(Duration.ofDays(4), 1);
        hearsAfter(Duration.ofDays(299), 2);
    }

    @Test
    void tellsAtOnceOfADomainWhoseRecordIsGone() {
        String domain = signIn.domain();
        String check = "/api/organizations/{o}/domains/" + domain + "/check";
        TestDomains.NAMES.put("_gatehouse-challenge." + domain);
        Api.Answer missed = provider.admin().post(check);
        assertThat(missed.json().at("/lapsesAt").isNull()).isFalse();
        warnings.tell();
        ArrivedLetter letter = TestMail.await(administrator.email(), 1);
        assertThat(letter.text()).contains(domain, "/single-sign-on");
        TestDomains.NAMES.put(
                "_gatehouse-challenge." + domain,
                missed.json().at("/recordValue").asString());
        assertThat(provider.admin().post(check).json().at("/lapsesAt").isNull()).isTrue();
        hearsAfter(Duration.ofDays(8), 1);
    }

    @Test
    void aDraftIsNobodysWorry() {
        secretEndsIn(5);
        provider.disable();
        warnings.tell();
        provider.enable();
        warnings.tell();
        TestMail.await(administrator.email(), 1);
        assertThat(TestMail.to(administrator.email())).hasSize(1);
    }

    private void hearsAfter(Duration time, int letters) {
        try (TestClock.Shift _ = clock.ahead(time)) {
            warnings.tell();
            TestMail.await(administrator.email(), letters);
            assertThat(TestMail.to(administrator.email())).hasSize(letters);
        }
    }

    private String endings() {
        return String.join(
                " ",
                provider.admin().get(provider.path("")).json().at("/endings").findValuesAsString("what"));
    }

    private void secretEndsIn(int days) {
        Map<String, Object> draft = new HashMap<>(TestProvider.draft(
                "Renamed " + provider.id(),
                Map.of("issuer", standIn.issuer().toString(), "clientId", "gatehouse"),
                OpenIdProvider.SECRET,
                List.of()));
        draft.put(
                "secretExpiresOn", LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());
        Api.Answer changed = provider.admin().put(provider.path(""), draft);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }
}
