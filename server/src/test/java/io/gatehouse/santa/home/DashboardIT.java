package io.gatehouse.santa.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.CustomerFigures.Figure;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.events.EventIntake;
import io.gatehouse.santa.events.Uploads;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The first page's figures are those of the tables, zeros included. */
@ServerTest
final class DashboardIT {

    private final EventIntake intake;
    private final SantaData santa;
    private final SantaFixture fixture;
    private final TestOrganizations organizations;
    private final Clock clock;
    private final Transactions transactions;
    private final FleetFigures figures;
    private final TestOrganization organization;

    @Autowired
    DashboardIT(
            EventIntake intake,
            SantaData santa,
            SantaFixture fixture,
            TestOrganizations organizations,
            Clock clock,
            Transactions transactions,
            FleetFigures figures) {
        this.transactions = transactions;
        this.figures = figures;
        this.intake = intake;
        this.santa = santa;
        this.fixture = fixture;
        this.organizations = organizations;
        this.clock = clock;
        this.organization = organizations.enterprise();
    }

    @Test
    void anEmptyOrganizationHasZerosForEveryHourAndDay() {
        JsonNode day = dashboard("");
        assertThat(day.path("blocks").size()).isEqualTo(24);
        assertThat(day.path("blocks").path(7).path("blocked").asLong(-1)).isZero();
        assertThat(day.path("queue").path("open").asLong(-1)).isZero();
        assertThat(day.path("queue").path("oldestSubmittedAt").isNull()).isTrue();
        assertThat(day.path("fleet").path("total").asLong(-1)).isZero();
        assertThat(day.path("topBlocked").size()).isZero();
        assertThat(dashboard("?window=FORTNIGHT").path("blocks").size()).isEqualTo(14);
        assertThat(as().get("/api/organizations/{o}/dashboard?window=YEAR").status())
                .isEqualTo(422);
    }

    @Test
    void countsBlocksOfTheHourAndTheFilesStoppedMost() {
        UUID first = device("HEALTHY");
        UUID second = device("HEALTHY");
        double now = clock.instant().getEpochSecond();
        intake.accept(
                organization.id(),
                first,
                Uploads.of(
                        Uploads.execution(Uploads.sha256("often"), now, "BLOCK_UNKNOWN", 1),
                        Uploads.execution(Uploads.sha256("often"), now, "BLOCK_BINARY", 2),
                        Uploads.execution(Uploads.sha256("once"), now, "BLOCK_UNKNOWN", 3),
                        Uploads.execution(Uploads.sha256("never"), now, "ALLOW_UNKNOWN", 4),
                        Uploads.execution(Uploads.sha256("never"), now, "ALLOW_BINARY", 5),
                        Uploads.execution(Uploads.sha256("long ago"), now - 20 * 86_400, "BLOCK_UNKNOWN", 6)));
        intake.accept(
                organization.id(),
                second,
                Uploads.of(Uploads.execution(Uploads.sha256("often"), now, "BLOCK_UNKNOWN", 1)));

        for (String window : List.of("", "?window=FORTNIGHT")) {
            JsonNode shown = dashboard(window);
            JsonNode last = shown.path("blocks").path(shown.path("blocks").size() - 1);
            assertThat(last.path("blocked").asLong()).isEqualTo(4);
            assertThat(last.path("unknownAllowed").asLong()).isEqualTo(1);
            assertThat(shown.path("topBlocked").size()).isEqualTo(2);
            JsonNode top = shown.path("topBlocked").path(0);
            assertThat(top.path("sha256").asString()).isEqualTo(Uploads.sha256("often"));
            assertThat(top.path("blocks").asLong()).isEqualTo(3);
            assertThat(top.path("devices").asLong()).isEqualTo(2);
            assertThat(shown.path("newSoftware").size()).isEqualTo(4);
        }
    }

    @Test
    void aPortfolioCountsMacsAndBlocksOfTheLastDay() {
        double now = clock.instant().getEpochSecond();
        intake.accept(
                organization.id(),
                device("HEALTHY"),
                Uploads.of(
                        Uploads.execution(Uploads.sha256("now"), now, "BLOCK_UNKNOWN", 1),
                        Uploads.execution(Uploads.sha256("allowed"), now, "ALLOW_BINARY", 2),
                        Uploads.execution(Uploads.sha256("long ago"), now - 2 * 86_400, "BLOCK_UNKNOWN", 3)));
        device("STALE");
        device("DRIFTED");
        assertThat(transactions.read(organization.scope(), () -> figures.of(organization.scope())))
                .isEqualTo(Map.of(Figure.DEVICES, 3L, Figure.UNHEALTHY_DEVICES, 2L, Figure.BLOCKS_OF_LAST_DAY, 1L));
    }

    @Test
    void tellsTheHealthOfEachDevice() {
        device("NEVER_SYNCED");
        device("HEALTHY");
        device("LATE");
        device("LATE");
        device("STALE");
        device("DRIFTED");

        JsonNode fleet = dashboard("").path("fleet");
        assertThat(fleet.path("total").asLong()).isEqualTo(6);
        assertThat(fleet.path("healthy").asLong()).isEqualTo(1);
        assertThat(fleet.path("late").asLong()).isEqualTo(2);
        assertThat(fleet.path("stale").asLong()).isEqualTo(1);
        assertThat(fleet.path("drifted").asLong()).isEqualTo(1);
        assertThat(fleet.path("neverSynced").asLong()).isEqualTo(1);
        assertThat(fleet.path("byVersion").path(0).path("devices").asLong()).isEqualTo(6);
    }

    @Test
    void anotherOrganizationsFiguresStayItsOwn() {
        device("LATE");
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);

        assertThat(stranger.get("/api/organizations/{o}/dashboard")
                        .json()
                        .path("fleet")
                        .path("total")
                        .asLong(-1))
                .isZero();
        assertThat(stranger.get("/api/organizations/" + organization.id() + "/dashboard")
                        .status())
                .isEqualTo(404);
    }

    private UUID device(String health) {
        UUID device = santa.device(organization, health).id();
        int lastMinutes = switch (health) {
            case "STALE" -> 8 * 24 * 60;
            case "LATE" -> 60;
            default -> 1;
        };
        if (!health.equals("NEVER_SYNCED")) {
            fixture.write(
                    organization.scope(),
                    () -> fixture.jdbc()
                            .sql("""
                            update santa.device_sync set last_sync_at = now() - :minutes * interval '1 minute',
                                next_expected_at = now() - :minutes * interval '1 minute' + interval '4 minutes',
                                interval_seconds = 240, hash_state = :state
                            where device_id = :device
                            """)
                            .param("minutes", lastMinutes)
                            .param("state", health.equals("DRIFTED") ? "DRIFTED" : "EXACT")
                            .param("device", device)
                            .update());
        }
        return device;
    }

    private Api as() {
        return organization.as(Role.SECURITY_ADMIN);
    }

    private JsonNode dashboard(String query) {
        Api.Answer answer = as().get("/api/organizations/{o}/dashboard" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
