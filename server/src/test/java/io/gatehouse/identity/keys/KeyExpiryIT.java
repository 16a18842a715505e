package io.gatehouse.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever answers for a program hears of a key's end in time, twice, and not of ends that no longer matter. */
@MailTest
final class KeyExpiryIT {

    private static final String ACCOUNTS = "/api/organizations/{o}/service-accounts";

    private final TestOrganization acme;
    private final PersonRef owner;
    private final Api admin;
    private final KeyExpiry expiry;
    private final TestClock clock;

    @Autowired
    KeyExpiryIT(TestOrganizations organizations, KeyExpiry expiry, TestClock clock) {
        this.acme = organizations.enterprise();
        this.owner = acme.another(Role.AUDITOR);
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.expiry = expiry;
        this.clock = clock;
    }

    @Test
    void tellsTheOwnerTwice() {
        String account = account("Build pipeline");
        key(account, 20);
        expiry.tell();
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(7))) {
            expiry.tell();
            expiry.tell();
            ArrivedLetter letter = TestMail.await(owner.email(), 1);
            assertThat(letter.header("Subject")).contains("Build pipeline");
            assertThat(letter.text()).contains("/keys/" + account);
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(19))) {
            expiry.tell();
            assertThat(TestMail.await(owner.email(), 2).header("Subject")).contains("Build pipeline");
        }
    }

    @Test
    void saysNothingOfKeysThatOpenNothingOrWereMeantToBeShort() {
        String stopped = account("Stopped");
        key(stopped, 20);
        admin.post(ACCOUNTS + "/" + stopped + "/suspend", Map.of("reason", "Not needed now"));
        String revoked = account("Revoked");
        String key = key(revoked, 20);
        admin.post(ACCOUNTS + "/" + revoked + "/keys/" + key + "/revoke", Map.of("reason", "Not needed"));
        key(account("Short"), 1);
        String told = account("Told");
        key(told, 20);
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(7))) {
            expiry.tell();
            assertThat(TestMail.await(owner.email(), 1).header("Subject")).contains("Told");
        }
    }

    private String account(String name) {
        Map<String, Object> draft = Map.of(
                "name",
                name,
                "purpose",
                "Tests",
                "ownerId",
                owner.id().toString(),
                "permissions",
                List.of("event.read"));
        return admin.post(ACCOUNTS, draft).json().at("/id").asString();
    }

    private String key(String account, int days) {
        Map<String, Object> draft = Map.of(
                "name",
                "Key",
                "permissions",
                List.of("event.read"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(days)).toString());
        return admin.post(ACCOUNTS + "/" + account + "/keys", draft)
                .json()
                .at("/key/id")
                .asString();
    }
}
