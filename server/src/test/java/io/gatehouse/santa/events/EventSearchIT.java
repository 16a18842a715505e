package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Events are found by every filter, and by nobody else. */
@ServerTest
final class EventSearchIT {

    private static final String FILE = Uploads.sha256("a file");
    private static final String BUNDLE = Uploads.sha256("a bundle");
    private static final double TIME = 1_780_000_000.25;

    private final OneMac.Maker macs;
    private final SantaFixture fixture;
    private final TestOrganizations organizations;
    private final OneMac mac;

    @Autowired
    EventSearchIT(OneMac.Maker macs, SantaFixture fixture, TestOrganizations organizations) {
        this.macs = macs;
        this.fixture = fixture;
        this.organizations = organizations;
        this.mac = macs.fresh();
    }

    @ParameterizedTest
    @CsvSource({
        "file, CHES, true",
        "file, chess.app, false",
        "file, 100%, false",
        "signer, chess inc, true",
        "signer, apple, false",
        "teamId, ABCDE12345, true",
        "teamId, ABCDE1234, false",
        "signingId, ABCDE12345:com.example.chess, true",
        "signingId, com.example.chess, false",
        "person, ada, true",
        "person, eve, false",
        "person, owner@example.test, false",
        "decision, BLOCK_SIGNINGID, true",
        "decision, BLOCKED, true",
        "decision, ALLOWED, false",
        "decision, 'ALLOW_BINARY,BLOCK_SIGNINGID', true",
        "decision, BLOCK_BY_THE_MOON, false",
        "text, com.example, true",
        "text, checkers, false",
        "from, 2026-01-01T00:00:00Z, true",
        "to, 2026-01-01T00:00:00Z, false"
    })
    void findsTheEventByEachFilterOrNotAtAll(String name, String value, boolean found) {
        mac.upload(Uploads.EVERY_FIELD.formatted(FILE, TIME, BUNDLE));

        assertThat(mac.get("/events?" + name + "=" + encoded(value))
                        .path("items")
                        .size())
                .isEqualTo(found ? 1 : 0);
    }

    @Test
    void findsEventsByDeviceAndByHashAndByAnUnknownDecisionAndByOwner() {
        mac.upload(Uploads.execution(FILE, TIME, "BLOCK_BY_THE_MOON", 1));
        mac.upload(Uploads.execution(Uploads.sha256("other"), TIME, "ALLOW_BINARY", 2));
        UUID other = macs.in(mac.organization()).device();
        UUID owner = mac.organization().person(Role.END_USER).id().value();
        fixture.write(
                mac.organization().scope(),
                () -> fixture.jdbc()
                        .sql("update santa.device set owner_id = ? where id = ?")
                        .params(owner, mac.device())
                        .update());

        assertThat(total("device=" + mac.device())).isEqualTo(2);
        assertThat(total("device=" + other)).isZero();
        assertThat(total("sha256=" + FILE.toUpperCase(Locale.ROOT))).isEqualTo(1);
        assertThat(total("decision=BLOCK_BY_THE_MOON")).isEqualTo(1);
        assertThat(mac.get("/events?decision=BLOCK_BY_THE_MOON")
                        .path("items")
                        .path(0)
                        .path("decision")
                        .asString())
                .isEqualTo("BLOCK_BY_THE_MOON");
        assertThat(total("person=" + owner)).isEqualTo(2);
        assertThat(total("person="
                        + encoded(mac.organization().person(Role.END_USER).email())))
                .isEqualTo(2);
        assertThat(total("person=ada&device=" + mac.device() + "&sha256=" + FILE))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events?cursor=!", "events?cursor=YWJj", "events?limit=0", "events?limit=201"})
    void refusesWhatItDidNotGiveOut(String path) {
        assertThat(mac.admin().get("/api/organizations/{o}/" + path).status()).isEqualTo(422);
    }

    @Test
    void anotherOrganizationFindsNothingOfIt() {
        mac.upload(Uploads.execution(FILE, TIME, "BLOCK_UNKNOWN", 1));
        String id = mac.get("/events").path("items").path(0).path("id").asString();
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);

        assertThat(stranger.get("/api/organizations/{o}/events/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/organizations/{o}/events?device=" + mac.device())
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(stranger.get("/api/organizations/" + mac.organization().id() + "/events")
                        .status())
                .isEqualTo(404);
        assertThat(mac.organization()
                        .as(Role.END_USER)
                        .get("/api/organizations/{o}/events")
                        .status())
                .isEqualTo(403);
    }

    private int total(String filter) {
        return mac.get("/events?" + filter).path("items").size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
