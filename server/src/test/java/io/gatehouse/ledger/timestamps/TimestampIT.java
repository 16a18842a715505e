package io.gatehouse.ledger.timestamps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.OutgoingHttp;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.clock.ClockCheck;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestStamps;
import io.gatehouse.testing.Verifier;
import io.gatehouse.testkit.timestamp.Manner;
import io.gatehouse.testkit.timestamp.TimestampAuthority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time stamps by a real authority on loopback, which also answers as none should. */
@ServerTest
final class TimestampIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String EXPORT = LEDGER + "/entries/export?format=jsonl";
    private static final int ALL = 100_000;
    private static final byte[] HASH = Sha256.of("a checkpoint");

    private final OutgoingHttp http;
    private final TestClock clock;
    private final Transactions transactions;
    private final TimestampStore store;
    private final ClockCheck clocks;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final OrganizationScope scope;
    private final Api admin;
    private final TestLog log;
    private final TimestampAuthority authority = TimestampAuthority.start();

    @TempDir
    private Path folder;

    @Autowired
    TimestampIT(
            OutgoingHttp http,
            TestClock clock,
            Transactions transactions,
            TimestampStore store,
            ClockCheck clocks,
            JdbcClient jdbc,
            TestOrganizations organizations) {
        this.http = http;
        this.clock = clock;
        this.transactions = transactions;
        this.store = store;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.scope = OrganizationScope.system(acme.id());
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.log = new TestLog(acme);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void anExportCarriesATokenOverItsOwnCheckpoint() {
        byte[] export = admin.download(EXPORT);
        Verifier verifier = new Verifier(folder);
        String keys = verifier.file("keys", String.join("\n", log.keys()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Verifier.Verdict proven =
                verifier.verify(export, "--key", keys, "--timestamp-authority", TestStamps.ANCHOR.toString());
        assertThat(proven.code()).as(proven.text()).isEqualTo(Verifier.PROVEN);
        assertThat(proven.json().at("/timestamps/0/authority").asString()).contains("Test Time-Stamp Authority");
        Verifier.Verdict unknown = verifier.verify(export, "--key", keys);
        assertThat(unknown.code()).as(unknown.text()).isEqualTo(Verifier.PROVEN);
        assertThat(unknown.json().at("/timestamps/0/known").asBoolean()).isFalse();
        Verifier.Verdict other = verifier.verify(
                export,
                "--key",
                keys,
                "--timestamp-authority",
                TestStamps.file(authority).toString());
        assertThat(other.code()).isEqualTo(Verifier.REFUSED);
        int size = proven.json().at("/size").asInt();
        assertThat(admin.get(LEDGER + "/timestamp").json().at("/newest/size").asInt())
                .isEqualTo(size);
    }

    @Test
    void aLedgerThatGrewIsDueOnceAnHourAndAnIdleOneNever() {
        Instant now = clock.instant();
        Duration hour = Duration.ofHours(1);
        TimestampStore.Due due = due(now, now.minus(hour)).getFirst();
        assertThat(timestamps().fetched(scope, due.size(), due.note())).isPresent();
        assertThat(due(now, now.minus(hour))).isEmpty();
        assertThat(due(now, now.plus(hour))).as("idle").isEmpty();
        acme.as(acme.another(Role.AUDITOR)).get("/api/session");
        log.sequenced();
        assertThat(due(now, now.minus(hour))).as("stamped within the hour").isEmpty();
        assertThat(due(now, now.plus(hour)).getFirst().size()).isGreaterThan(due.size());
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void keepsNothingButTheHonestAnswerToItsQuery(Manner manner) throws StampException {
        authority.answer(manner);
        StampClient asking = asking(settings("", ""));
        if (manner == Manner.HONEST) {
            assertThat(asking.stamp(acme.id(), HASH).authority()).contains("Test Time-Stamp Authority");
        } else {
            assertThatExceptionOfType(StampException.class)
                    .isThrownBy(() -> asking.stamp(acme.id(), HASH))
                    .withMessageStartingWith("The ");
        }
    }

    @Test
    void signsInWhereTheAuthorityDemandsIt() throws StampException {
        authority.demand("ada", "secret");
        assertThat(asking(settings("ada", "secret")).stamp(acme.id(), HASH).token())
                .isNotEmpty();
        assertThatThrownBy(() -> asking(settings("", "")).stamp(acme.id(), HASH))
                .hasMessage("The authority answers with status 401");
    }

    @Test
    void failuresAreShownWaitLongerEachTimeAndAreOverWithTheNextToken() {
        authority.answer(Manner.REJECTS);
        Timestamps timestamps = timestamps();
        TimestampStore.Due due = due(clock.instant(), clock.instant()).getFirst();
        for (int failures = 1; failures <= 3; failures++) {
            assertThat(timestamps.token(scope, due.size(), due.note())).isEmpty();
            TimestampView.Failure failure = timestamps.view(scope).failure();
            assertThat(failure.failures()).isEqualTo(failures);
            assertThat(Duration.between(failure.failedAt(), failure.nextAt()))
                    .isEqualTo(Duration.ofMinutes(1L << (failures - 1)));
        }
        assertThat(admin.get(LEDGER + "/timestamp").json().at("/failure/detail").asString())
                .contains("status 2, closed today");
        assertThat(due(clock.instant(), clock.instant())).isEmpty();
        authority.answer(Manner.HONEST);
        assertThat(timestamps.token(scope, due.size(), due.note())).isPresent();
        assertThat(timestamps.view(scope).failure()).isNull();
    }

    @Test
    void aClockThatIsWrongIsNoFailureOfTheAuthority() {
        TimestampStore.Due due = due(clock.instant(), clock.instant()).getFirst();
        // Beyond what the server under test tolerates for the sake of other tests.
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(40_000))) {
            assertThat(timestamps().fetched(scope, due.size(), due.note())).isEmpty();
        } finally {
            clocks.measure();
        }
        assertThat(timestamps().view(scope).failure()).isNull();
        assertThat(timestamps().fetched(scope, due.size(), due.note())).isPresent();
    }

    @Test
    void aFailureThatAWrongClockNotedIsTriedAgainAtOnceAndDoesNotCount() {
        authority.answer(Manner.FAILS);
        TimestampStore.Due due = due(clock.instant(), clock.instant()).getFirst();
        long failing = failing();
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(30))) {
            timestamps().fetched(scope, due.size(), due.note());
            timestamps().fetched(scope, due.size(), due.note());
        }
        assertThat(due(clock.instant(), clock.instant())).containsExactly(due);
        assertThat(failing()).isEqualTo(failing);
    }

    @Test
    void aSecondFailureIsWorthAWordAndIsOverWithTheNextToken() {
        Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));
        admin.download(EXPORT);
        acme.as(acme.another(Role.AUDITOR)).get("/api/session");
        log.sequenced();
        assertThat(due(clock.instant(), anHourAgo))
                .as("stamped within the hour")
                .isEmpty();
        authority.answer(Manner.FAILS);
        TimestampStore.Due due = due(clock.instant(), clock.instant()).getFirst();
        long failing = failing();
        timestamps().fetched(scope, due.size(), due.note());
        assertThat(failing()).isEqualTo(failing);
        Instant afterThePause = clock.instant().plus(Duration.ofMinutes(2));
        assertThat(due(afterThePause, anHourAgo)).as("after a failure").containsExactly(due);
        timestamps().fetched(scope, due.size(), due.note());
        assertThat(failing()).isEqualTo(failing + 1);
        authority.answer(Manner.HONEST);
        timestamps().fetched(scope, due.size(), due.note());
        assertThat(failing()).isEqualTo(failing);
    }

    @Test
    void aRoundAsksAnAuthorityThatIsDownOnce() {
        authority.answer(Manner.FAILS);
        log.sequenced();
        new StampingRounds(settings("", ""), timestamps(), store, transactions, clocks, clock).go();
        assertThat(authority.asked()).isEqualTo(1);
    }

    @Test
    void noTokenIsChangedOrTakenAway() {
        admin.download(EXPORT);
        for (String statement : List.of(
                "update ledger.timestamp set authority = 'CN=Mallory' where organization_id = ?",
                "delete from ledger.timestamp where organization_id = ?")) {
            assertThatThrownBy(() -> transactions.write(
                            scope,
                            () -> jdbc.sql(statement).param(acme.id().value()).update()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private List<TimestampStore.Due> due(Instant now, Instant before) {
        log.sequenced();
        return transactions.installation(() -> store.due(now, before, ALL)).stream()
                .filter(due -> due.organization().equals(acme.id()))
                .toList();
    }

    private long failing() {
        return transactions.installation(() -> store.failing(clock.instant()));
    }

    private Timestamps timestamps() {
        return new Timestamps(asking(settings("", "")), transactions, store, clocks, clock);
    }

    private StampClient asking(TimestampSettings settings) {
        return new StampClient(settings, http, clock);
    }

    private TimestampSettings settings(String username, String password) {
        return new TimestampSettings(
                authority.address(),
                TestStamps.file(authority),
                username,
                password,
                Duration.ofHours(1),
                Duration.ofMinutes(5));
    }
}
