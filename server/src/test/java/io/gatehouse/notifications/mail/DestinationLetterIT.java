package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.Announcement;
import io.gatehouse.notifications.Announcements;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.webhook.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told that messages to a program were given up, and how often. */
@MailTest
final class DestinationLetterIT {

    private final Announcements announcements;
    private final Transactions transactions;
    private final TestOrganization acme;

    @Autowired
    DestinationLetterIT(Announcements announcements, Transactions transactions, TestOrganizations organizations) {
        this.announcements = announcements;
        this.transactions = transactions;
        this.acme = organizations.enterprise();
    }

    @Test
    void whoLooksAfterTheOrganizationIsToldOnceADay() {
        PersonRef administrator = acme.person(Role.SECURITY_ADMIN);
        PersonRef employee = acme.person(Role.END_USER);
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            receiver.answer(410, Map.of());
            String destination = acme.as(Role.SECURITY_ADMIN)
                    .post(
                            "/api/organizations/{o}/destinations",
                            Map.of("name", "Desk", "url", receiver.address(), "types", List.of("request.closed")))
                    .json()
                    .at("/id")
                    .asString();
            announce();
            ArrivedLetter letter = TestMail.await(administrator.email(), 1);
            assertThat(letter.header("Subject")).startsWith("A webhook of");
            acme.as(Role.SECURITY_ADMIN)
                    .put("/api/organizations/{o}/destinations/" + destination + "/state", Map.of("enabled", true));
            announce();
            Awaitility.await().until(() -> receiver.arrivals().size() == 2);
            assertThat(TestMail.to(administrator.email())).hasSize(1);
            assertThat(TestMail.to(employee.email())).isEmpty();
        }
    }

    private void announce() {
        UUID request = UUID.randomUUID();
        transactions.write(
                acme.scope(),
                () -> announcements.announce(
                        acme.scope(),
                        new Announcement(Announcement.Type.REQUEST_CLOSED, request, "/requests/" + request)));
    }
}
