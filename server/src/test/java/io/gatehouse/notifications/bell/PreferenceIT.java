package io.gatehouse.notifications.bell;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.notifications.Notification;
import io.gatehouse.notifications.Notifications;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How people choose to be told, and the letters that come of it. */
@MailTest
final class PreferenceIT {

    private static final String PREFERENCE = "/api/organizations/{o}/notification-preference";
    private static final String BELL = "/api/organizations/{o}/notifications";

    private final Notifications notifications;
    private final DigestRounds digests;
    private final TestOrganization acme;
    private final PersonRef person;
    private final Api browser;

    @Autowired
    PreferenceIT(Notifications notifications, DigestRounds digests, TestOrganizations organizations) {
        this.notifications = notifications;
        this.digests = digests;
        this.acme = organizations.enterprise();
        this.person = acme.person(Role.SECURITY_ADMIN);
        this.browser = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void whatWaitsUnreadComesInOneLetter() {
        tell(Notification.Kind.REQUEST_TO_DECIDE);
        tell(Notification.Kind.REQUEST_ASKED_BACK);
        tell(Notification.Kind.REQUEST_APPROVED);
        digests.round();
        assertThat(TestMail.to(person.email())).isEmpty();
        due();
        digests.round();
        digests.round();
        ArrivedLetter letter = TestMail.await(person.email(), 1);
        assertThat(letter.header("Subject")).startsWith("2 things wait for you");
        assertThat(TestMail.to(person.email())).hasSize(1);
    }

    @Test
    void whatIsUrgentComesAtOnceAndWhatWasReadComesByNoMail() {
        assertThat(browser.put(PREFERENCE, draft("DAILY", List.of("REQUEST_TO_DECIDE", "REQUEST_TO_REVIEW")))
                        .status())
                .isEqualTo(204);
        tell(Notification.Kind.REQUEST_TO_DECIDE);
        String last = browser.get(BELL).json().at("/items/0/id").asString();
        browser.put(BELL + "/read", Map.of("last", last));
        due();
        tell(Notification.Kind.REQUEST_TO_REVIEW);
        digests.round();
        ArrivedLetter letter = TestMail.await(person.email(), 1);
        assertThat(letter.header("Subject")).startsWith("An emergency awaits your review");
    }

    @Test
    void whatIsMutedIsListedAndNotCounted() {
        Map<String, Object> muting = new HashMap<>(draft("HOURLY", List.of()));
        muting.put("muted", List.of("REQUEST_APPROVED"));
        browser.put(PREFERENCE, muting);
        tell(Notification.Kind.REQUEST_APPROVED);
        tell(Notification.Kind.REQUEST_REJECTED);
        assertThat(browser.get(BELL).json().at("/items").size()).isEqualTo(2);
        assertThat(browser.get(BELL).json().at("/unread").asInt()).isOne();
        assertThat(browser.get(PREFERENCE).json().at("/muted/0").asString()).isEqualTo("REQUEST_APPROVED");
        assertThat(acme.as(Role.AUDITOR).get(PREFERENCE).json().at("/muted").isEmpty())
                .isTrue();
    }

    @Test
    void brokenWishesAreRefused() {
        for (Map<String, Object> broken :
                List.<Map<String, Object>>of(Map.of("timeZone", "Europe/Nowhere"), Map.of("quietFrom", "22:00"))) {
            Map<String, Object> draft = new HashMap<>(draft("HOURLY", List.of()));
            draft.putAll(broken);
            assertThat(browser.put(PREFERENCE, draft).status()).isEqualTo(422);
        }
        assertThat(browser.put(PREFERENCE, draft("NEVER", List.of())).status()).isEqualTo(400);
        assertThat(browser.put(PREFERENCE, draft("HOURLY", List.of("NONSENSE"))).status())
                .isEqualTo(400);
        assertThat(browser.put(PREFERENCE, Map.of()).status()).isEqualTo(422);
    }

    private static Map<String, Object> draft(String pace, List<String> mailed) {
        return Map.of("muted", List.of(), "mailed", mailed, "pace", pace, "timeZone", "Europe/Berlin");
    }

    private void tell(Notification.Kind kind) {
        UUID request = UUID.randomUUID();
        notifications.tell(acme.scope(), new Notification(kind, request, "/requests/" + request), Set.of(person.id()));
    }

    private void due() {
        OwnerDatabase.update(
                acme.id(),
                "update notifications.notification set mail_due_at = now() where organization_id = ?"
                        + " and mail_due_at is not null",
                acme.id().value());
    }
}
