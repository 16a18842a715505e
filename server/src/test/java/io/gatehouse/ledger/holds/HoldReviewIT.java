package io.gatehouse.ledger.holds;

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

/** The two who placed a hold hear of its review in time, once for each date. */
@MailTest
final class HoldReviewIT {

    private static final String HOLDS = "/api/organizations/{o}/ledger/holds";

    private final TestOrganization acme;
    private final PersonRef second;
    private final Api admin;
    private final HoldReviews reviews;
    private final TestClock clock;

    @Autowired
    HoldReviewIT(TestOrganizations organizations, HoldReviews reviews, TestClock clock) {
        this.acme = organizations.enterprise();
        this.second = acme.another(Role.SECURITY_ADMIN);
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.reviews = reviews;
        this.clock = clock;
    }

    @Test
    void bothHearOfItOnceForEachDate() {
        String hold = admin.post(
                        HOLDS,
                        Map.of(
                                "reason", "Dispute 7 with a former supplier",
                                "subjects", List.of(),
                                "reviewAt", Instant.now().plus(Duration.ofDays(30))))
                .json()
                .at("/id")
                .asString();
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(20))) {
            reviews.tell(acme.id());
        }
        acme.as(second).post(HOLDS + "/" + hold + "/confirm");
        reviews.tell(acme.id());
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(20))) {
            reviews.tell(acme.id());
            reviews.tell(acme.id());
            for (PersonRef person : List.of(acme.person(Role.SECURITY_ADMIN), second)) {
                ArrivedLetter letter = TestMail.await(person.email(), 1);
                assertThat(letter.text()).contains("Dispute 7", "/ledger/holds/" + hold);
            }
        }
        admin.post(
                HOLDS + "/" + hold + "/review", Map.of("reviewAt", Instant.now().plus(Duration.ofDays(60))));
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(50))) {
            reviews.tell(acme.id());
            assertThat(TestMail.await(second.email(), 2).text()).contains("Dispute 7");
        }
    }
}
