package io.gatehouse.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.Announcement;
import io.gatehouse.notifications.Announcements;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.webhook.Arrival;
import io.gatehouse.testkit.webhook.Verification;
import io.gatehouse.testkit.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Messages to a real receiver: what it gets, and what becomes of them while it fails. */
@ServerTest
final class DeliveryIT {

    private static final String DESTINATIONS = "/api/organizations/{o}/destinations";
    private static final String DELIVERIES = "/api/organizations/{o}/deliveries";

    private final Announcements announcements;
    private final Transactions transactions;
    private final Courier courier;
    private final Fates fates;
    private final DestinationStore destinations;
    private final Settling settling;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final WebhookReceiver receiver = WebhookReceiver.start();

    private String secret = "";

    @Autowired
    DeliveryIT(
            Announcements announcements,
            Transactions transactions,
            Courier courier,
            Fates fates,
            DestinationStore destinations,
            Settling settling,
            TestClock clock,
            TestOrganizations organizations) {
        this.announcements = announcements;
        this.transactions = transactions;
        this.courier = courier;
        this.fates = fates;
        this.destinations = destinations;
        this.settling = settling;
        this.clock = clock;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void aDestinationGetsWhatItWantsSignedAndOnce() {
        UUID early = UUID.randomUUID();
        announce(Announcement.Type.REQUEST_CLOSED, early);
        create("SIEM", List.of("request.closed"));
        UUID request = UUID.randomUUID();
        announce(Announcement.Type.REQUEST_SUBMITTED, request);
        announce(Announcement.Type.REQUEST_CLOSED, request);
        Arrival arrival = await(1).getFirst();
        assertThat(Verification.holds(arrival, secret, clock.instant())).isTrue();
        assertThat(arrival.body())
                .contains("\"type\":\"request.closed\"", request.toString(), "/requests/" + request)
                .doesNotContain(early.toString());
        awaitState("DELIVERED");
        JsonNode delivery = first();
        assertThat(delivery.at("/status").asInt()).isEqualTo(204);
        courier.round();
        assertThat(admin.get(DELIVERIES).json().at("/items").size()).isEqualTo(1);
        assertThat(receiver.arrivals()).hasSize(1);

        assertThat(admin.post(DELIVERIES + "/" + id(delivery) + "/replay").status())
                .isEqualTo(204);
        List<Arrival> again = await(2);
        assertThat(again.get(1).id()).isEqualTo(arrival.id());
        assertThat(again.get(1).body()).isEqualTo(arrival.body());
        assertThat(attempts(id(delivery)).size()).isEqualTo(2);
    }

    @Test
    void nothingIsToldOfWhatWasNotKept() {
        create("SIEM", List.of("request.closed"));
        UUID lost = UUID.randomUUID();
        try {
            transactions.write(acme.scope(), () -> {
                announcements.announce(acme.scope(), closed(lost));
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("changed my mind");
        }
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        assertThat(await(1).getFirst().body()).doesNotContain(lost.toString());
    }

    @Test
    void afterAChangeOfSecretsBothSignForADay() {
        String id = create("SIEM", List.of("request.closed"));
        String former = secret;
        secret = admin.post(DESTINATIONS + "/" + id + "/secret")
                .json()
                .at("/secret")
                .asString();
        assertThat(secret).isNotEqualTo(former).startsWith("whsec_");
        test(id);
        assertThat(Verification.holds(receiver.arrivals().getFirst(), secret, clock.instant()))
                .isTrue();
        assertThat(Verification.holds(receiver.arrivals().getFirst(), former, clock.instant()))
                .isTrue();
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(25))) {
            announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
            Arrival later = await(2).get(1);
            assertThat(Verification.holds(later, secret, clock.instant())).isTrue();
            assertThat(Verification.holds(later, former, clock.instant())).isFalse();
        }
    }

    @Test
    void whatFailsIsTriedAgainAfterPausesAndGivenUpInTheEnd() {
        String destination = create("SIEM", List.of("request.closed"));
        receiver.answer(500, Map.of());
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        await(1);
        awaitAttempts(1);
        assertThat(first().at("/state").asString()).isEqualTo("WAITING");
        assertThat(first().at("/dueAt").asString()).isNotEmpty();
        Duration passed = Duration.ZERO;
        for (int attempt = 2; attempt <= 10; attempt++) {
            passed = passed.plus(Duration.ofHours(30));
            try (TestClock.Shift _ = clock.ahead(passed)) {
                courier.round();
                awaitAttempts(attempt);
            }
        }
        awaitState("DEAD");
        JsonNode view = admin.get(DESTINATIONS).json().at("/0");
        assertThat(view.at("/dead").asInt()).isEqualTo(1);
        assertThat(view.at("/failures").asInt()).isEqualTo(10);

        receiver.answer(200, Map.of());
        OwnerDatabase.update(
                acme.id(),
                "update notifications.destination set resting_until = null where organization_id = ?",
                acme.id().value());
        Api.Answer replayed = admin.post(DESTINATIONS + "/" + destination + "/replay");
        assertThat(replayed.json().at("/deliveries").asInt()).isEqualTo(1);
        awaitState("DELIVERED");
        assertThat(admin.get(DESTINATIONS).json().at("/0/failures").asInt()).isZero();
    }

    @Test
    void aDestinationThatFailsOverAndOverRestsAndATestWakesIt() {
        String id = create("SIEM", List.of("request.closed"));
        receiver.answer(503, Map.of());
        for (int i = 0; i < Backoff.TOLERATED; i++) {
            test(id);
        }
        assertThat(admin.get(DESTINATIONS).json().at("/0/restingUntil").isNull())
                .isFalse();
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        awaitState("WAITING");
        courier.round();
        assertThat(receiver.arrivals()).hasSize(Backoff.TOLERATED);
        receiver.answer(200, Map.of());
        assertThat(test(id).at("/state").asString()).isEqualTo("DELIVERED");
        await(Backoff.TOLERATED + 2);
    }

    @Test
    void whoeverAsksForAPauseGetsIt() {
        create("SIEM", List.of("request.closed"));
        receiver.answer(429, Map.of("Retry-After", "3600"));
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        awaitAttempts(1);
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        courier.round();
        assertThat(receiver.arrivals()).hasSize(1);
        assertThat(admin.get(DESTINATIONS).json().at("/0/failures").asInt()).isZero();
        receiver.answer(200, Map.of());
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(2))) {
            courier.round();
            await(3);
        }
    }

    @Test
    void anAttemptThatWasNotMadeDoesNotCount() {
        String id = create("SIEM", List.of("request.closed"));
        receiver.answer(429, Map.of("Retry-After", "3600"));
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        awaitAttempts(1);
        Destination destination = transactions
                .read(acme.scope(), () -> destinations.find(acme.scope(), UUID.fromString(id)))
                .orElseThrow();
        Message message = new Message(UUID.randomUUID(), "request.closed", UUID.randomUUID(), "/", clock.instant());
        Delivery.Taken taken = new Delivery.Taken(UUID.fromString(id(first())), 1, message);
        settling.settle(acme.scope(), destination, taken, new Reply.Busy(), clock.instant());
        assertThat(first().at("/attempts").asInt()).isZero();
        assertThat(first().at("/state").asString()).isEqualTo("WAITING");
    }

    @Test
    void whoeverIsGoneIsToldNothingMore() {
        String id = create("SIEM", List.of("request.closed"));
        receiver.answer(410, Map.of());
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        awaitState("DEAD");
        assertThat(admin.get(DESTINATIONS).json().at("/0/state").asString()).isEqualTo("DISABLED");
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        courier.round();
        assertThat(receiver.arrivals()).hasSize(1);
        receiver.answer(200, Map.of());
        String later = create("Later", List.of("request.closed"));
        courier.round();
        assertThat(admin.get(DELIVERIES + "?destination=" + later)
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
        assertThat(admin.put(DESTINATIONS + "/" + id + "/state", Map.of("enabled", true))
                        .status())
                .isEqualTo(204);
        await(2);
    }

    @Test
    void noRedirectIsFollowedAndNoNetworkIsReachedThatIsNotNamed() {
        String id = create("SIEM", List.of("request.closed"));
        receiver.answer(302, Map.of("Location", receiver.otherAddress()));
        JsonNode redirected = test(id);
        assertThat(redirected.at("/state").asString()).isEqualTo("DEAD");
        assertThat(redirected.at("/status").asInt()).isEqualTo(302);
        assertThat(receiver.misled()).isZero();
        for (String forbidden : List.of("http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.1/")) {
            Map<String, Object> draft = draft("SIEM", List.of("request.closed"), forbidden);
            assertThat(admin.put(DESTINATIONS + "/" + id, draft).status()).isEqualTo(204);
            assertThat(test(id).at("/problem").asString()).contains("gatehouse.outgoing.networks");
        }
        assertThat(attempts(id(first())).at("/0/problem").asString()).contains("No answer");
    }

    @Test
    void brokenDraftsAreRefused() {
        for (String url : List.of("ftp://a.example", "http://u:p@a.example", "http://a.example?x=1", "nonsense", "")) {
            Api.Answer refused = admin.post(DESTINATIONS, draft("A", List.of("request.closed"), url));
            assertThat(refused.status()).as(url).isEqualTo(422);
            assertThat(refused.body()).contains("https://hooks.example.com/gatehouse");
        }
        assertThat(admin.post(DESTINATIONS, draft("", List.of("request.closed"), receiver.address()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(DESTINATIONS, draft("A", List.of(), receiver.address()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(DESTINATIONS, draft("A", List.of("webhook.test"), receiver.address()))
                        .status())
                .isEqualTo(400);
        create("SIEM", List.of("request.closed"));
        assertThat(admin.post(DESTINATIONS, draft("siem", List.of("request.closed"), receiver.address()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobodyElseSeesOrTouchesAnything() {
        String id = create("SIEM", List.of("request.closed"));
        String delivery = test(id).at("/id").asString();
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.get(DESTINATIONS).json().isEmpty()).isTrue();
        assertThat(stranger.get(DELIVERIES).json().at("/items").isEmpty()).isTrue();
        assertThat(stranger.get(DELIVERIES + "/" + delivery).status()).isEqualTo(404);
        assertThat(stranger.post(DELIVERIES + "/" + delivery + "/replay").status())
                .isEqualTo(404);
        for (String action : List.of("/test", "/replay", "/secret")) {
            assertThat(stranger.post(DESTINATIONS + "/" + id + action).status()).isEqualTo(404);
        }
        assertThat(stranger.delete(DESTINATIONS + "/" + id).status()).isEqualTo(404);
        admin.freshFactor(null);
        assertThat(admin.post(DESTINATIONS + "/" + id + "/secret").status()).isEqualTo(403);
        assertThat(admin.delete(DESTINATIONS + "/" + id).status()).isEqualTo(403);
    }

    @Test
    void aRemovedDestinationIsGoneWithWhatWaitedAndTheBookTellsItsStory() {
        String id = create("SIEM", List.of("request.closed"));
        receiver.answer(500, Map.of());
        announce(Announcement.Type.REQUEST_CLOSED, UUID.randomUUID());
        awaitAttempts(1);
        assertThat(admin.delete(DESTINATIONS + "/" + id).status()).isEqualTo(204);
        assertThat(admin.get(DESTINATIONS).json().isEmpty()).isTrue();
        JsonNode dead = first();
        assertThat(dead.at("/state").asString()).isEqualTo("DEAD");
        assertThat(admin.post(DELIVERIES + "/" + id(dead) + "/replay").status()).isEqualTo(409);
        Api.Answer book = acme.as(Role.AUDITOR).get("/api/organizations/{o}/ledger/entries?limit=200");
        assertThat(book.body())
                .contains("destination.create", "destination.remove")
                .doesNotContain(secret);
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(31))) {
            courier.sweep();
        }
        assertThat(admin.get(DELIVERIES).json().at("/items").isEmpty()).isTrue();
    }

    private String create(String name, List<String> types) {
        Api.Answer created = admin.post(DESTINATIONS, draft(name, types, receiver.address()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        secret = created.json().at("/secret").asString();
        return created.json().at("/id").asString();
    }

    private static Map<String, Object> draft(String name, List<String> types, String url) {
        return Map.of("name", name, "url", url, "types", types);
    }

    private JsonNode test(String id) {
        Api.Answer tested = admin.post(DESTINATIONS + "/" + id + "/test");
        assertThat(tested.status()).as(tested.body()).isEqualTo(200);
        return tested.json();
    }

    private void announce(Announcement.Type type, UUID subject) {
        transactions.write(
                acme.scope(),
                () -> announcements.announce(acme.scope(), new Announcement(type, subject, "/requests/" + subject)));
    }

    private static Announcement closed(UUID subject) {
        return new Announcement(Announcement.Type.REQUEST_CLOSED, subject, "/requests/" + subject);
    }

    private List<Arrival> await(int count) {
        Awaitility.await().until(() -> receiver.arrivals().size() >= count);
        assertThat(receiver.arrivals()).hasSize(count);
        return receiver.arrivals();
    }

    private void awaitState(String state) {
        Awaitility.await().until(() -> first().at("/state").asString().equals(state));
    }

    /** Asks the server itself: when its clock is moved, sessions end. */
    private void awaitAttempts(int count) {
        Awaitility.await().until(() -> {
            List<Delivery> known = fates.list(acme.scope(), null, null, null, 1).items();
            return !known.isEmpty()
                    && fates.find(acme.scope(), known.getFirst().id())
                                    .attempts()
                                    .size()
                            == count;
        });
    }

    private JsonNode first() {
        return admin.get(DELIVERIES).json().at("/items/0");
    }

    private JsonNode attempts(String delivery) {
        return admin.get(DELIVERIES + "/" + delivery).json().at("/attempts");
    }

    private static String id(JsonNode delivery) {
        return delivery.at("/id").asString();
    }
}
