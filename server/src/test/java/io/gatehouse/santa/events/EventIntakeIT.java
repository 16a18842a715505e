package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.EventUploadResponse;
import io.gatehouse.testing.ServerTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the intake acknowledges is in the tables: all of it, once, and in the right organization. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
final class EventIntakeIT {

    private static final String FILE = Uploads.sha256("a file");

    private final EventIntake intake;
    private final SantaFixture fixture;
    private final Clock clock;
    private final MeterRegistry meters;
    private final UUID device = Ids.next();
    private OrganizationScope scope;

    @Autowired
    EventIntakeIT(EventIntake intake, SantaFixture fixture, Clock clock, MeterRegistry meters) {
        this.intake = intake;
        this.fixture = fixture;
        this.clock = clock;
        this.meters = meters;
    }

    @BeforeEach
    void makeOrganization() {
        scope = fixture.organization();
    }

    @Test
    void storesAnExecutionOnceHoweverOftenAndInWhateverCompanyItArrives() {
        double now = now();
        accept(Uploads.of(Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 1)));
        accept(Uploads.of(Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 1)));
        accept(Uploads.of(
                Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 1),
                Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 1),
                Uploads.execution(FILE, now, "BLOCK_UNKNOWN", 2)));

        assertThat(count("event")).isEqualTo(2);
        assertThat(count("software")).isEqualTo(1);
        assertThat(count("software_device")).isEqualTo(1);
        assertThat(number("select coalesce(sum(events), 0) from santa.event_hour where organization_id = :o"))
                .isEqualTo(2);
    }

    @Test
    void overlappingUploadsOfManyDevicesAtOnceStoreEachEventOnce() throws Exception {
        double now = now();
        List<Callable<EventUploadResponse>> uploads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID sender = new UUID(scope.organization().value().getMostSignificantBits(), i % 20);
            String[] events = IntStream.range(i % 3, i % 3 + 5)
                    .mapToObj(pid -> Uploads.execution(Uploads.sha256("f" + pid), now, "ALLOW_UNKNOWN", pid))
                    .toArray(String[]::new);
            uploads.add(() -> intake.accept(scope.organization(), sender, Uploads.of(events)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var upload : threads.invokeAll(uploads)) {
                assertThat(upload.get().eventUploadBundleBinaries()).isEmpty();
            }
        }
        assertThat(count("event")).isEqualTo(20 * 7);
        assertThat(count("software")).isEqualTo(7);
        assertThat(count("software_device")).isEqualTo(20 * 7);
        assertThat(number("select sum(events) from santa.event_hour where organization_id = :o"))
                .isEqualTo(20 * 7);
    }

    @Test
    void anUnknownDecisionCostsNothingAndStaysReadable() {
        accept(Uploads.of(
                Uploads.execution(FILE, now(), "BLOCK_BY_THE_MOON", 1),
                Uploads.execution(FILE, now(), "ALLOW_BINARY", 2)));

        assertThat(texts("select coalesce(decision_text, decision::text) from santa.event where organization_id = :o"))
                .containsExactlyInAnyOrder("BLOCK_BY_THE_MOON", "2");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1e300", "-1e300", "253402300799", "1.0", "4102444800"})
    void anAbsurdTimeIsMovedToOneThatCanBeTrueAndTheClaimIsKept(String claimed) {
        EventUploadRequest upload = Uploads.of("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY"}""".formatted(FILE, claimed));
        accept(upload);
        accept(upload);

        Instant stored = fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("select occurred_at from santa.event where organization_id = :o")
                        .param("o", scope.organization().value())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
        assertThat(stored)
                .isBetween(
                        Instant.parse("2015-01-01T00:00:00Z"), clock.instant().plusSeconds(86_400));
        assertThat(texts("select details ->> 'claimedTime' from santa.event where organization_id = :o"))
                .first()
                .satisfies(text -> assertThat(Double.parseDouble(text)).isEqualTo(Double.parseDouble(claimed)));
    }

    @Test
    void controlCharactersAndMarksThatTurnTheDirectionOfWritingAreNeutralised() {
        accept(Uploads.of("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY", "file_name": "a\\u0000b\\u202egpj.exe",
                 "executing_user": "x\\ny\\u001b[31m", "parent_name": "\\ud800", "quarantine_data_url": "\\"\\\\\\u0000"}
                """.formatted(FILE, now())));

        assertThat(texts("select file_name from santa.software where organization_id = :o"))
                .containsExactly("a\uFFFDb\uFFFDgpj.exe");
        assertThat(texts("select executing_user || parent_name from santa.event where organization_id = :o"))
                .containsExactly("x\uFFFDy\uFFFD[31m\uFFFD");
        assertThat(texts("select details -> 'quarantine' ->> 'dataUrl' from santa.event where organization_id = :o"))
                .containsExactly("\"\\\uFFFD");
    }

    @Test
    void anEventWithoutAFileIsLeftOutAndTheOthersAreKept() {
        accept(Uploads.of(
                Uploads.execution("not a hash", now(), "BLOCK_BINARY", 1),
                Uploads.execution(FILE.toUpperCase(Locale.ROOT), now(), "BLOCK_BINARY", 2)));

        assertThat(texts("select sha256 from santa.software where organization_id = :o"))
                .containsExactly(FILE);
        assertThat(count("event")).isEqualTo(1);
    }

    @Test
    void factsThatDifferFromTheKnownOnesStayWithTheEventAndFillWhatWasEmpty() {
        accept(Uploads.of("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY", "file_name": "one"}
                """.formatted(FILE, now())));
        accept(Uploads.of("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY", "file_name": "two", "pid": 9,
                 "team_id": "ABCDE12345"}
                """.formatted(FILE, now())));

        assertThat(texts("select file_name || ' ' || team_id from santa.software where organization_id = :o"))
                .containsExactly("one ABCDE12345");
        assertThat(texts("""
                        select coalesce(details -> 'facts' ->> 'fileName', '-') from santa.event where organization_id = :o
                        order by pid""")).containsExactly("-", "two");
    }

    @Test
    void fileAccessAndAuditEventsAreStoredOnce() {
        EventUploadRequest upload = Uploads.request("""
                {"file_access_events": [{"rule_version": "v1", "rule_name": "Cookies", "target": "/Users/ada/Cookies",
                   "decision": "FILE_ACCESS_DECISION_DENIED", "access_time": %1$s,
                   "process_chain": [{"file_path": "/bin/cat", "cdhash": "AB", "file_sha256": "CD", "signing_id": "platform:cat",
                     "team_id": "T", "pid": 7, "signing_chain": [{"cn": "Software Signing"}]}, {"pid": 1}]},
                   {"rule_name": "Cookies", "target": "/x", "decision": "SHRUGGED", "access_time": %1$s}],
                 "audit_events": [{"standalone_mode_rule_creation": {"decision": "ALLOW_BINARY", "identifier": "%2$s",
                   "timestamp": 1764000000}}, {}]}
                """.formatted(now(), FILE));
        accept(upload);
        accept(upload);

        assertThat(texts("""
                        select rule_name || rule_version || target || decision || coalesce(decision_text, '')
                        from santa.file_access_event where organization_id = :o order by target""")).containsExactly("Cookiesv1/Users/ada/Cookies1", "Cookies/x0SHRUGGED");
        assertThat(texts("""
                        select process_chain ->> 0 from santa.file_access_event
                        where organization_id = :o and decision = 1"""))
                .singleElement()
                .asString()
                .contains("\"pid\": 7", "\"sha256\": \"cd\"", "\"cdhash\": \"ab\"", "Software Signing", "/bin/cat");
        assertThat(texts("select kind || decision || identifier from santa.audit_event where organization_id = :o"))
                .containsExactly("STANDALONE_RULE_CREATED2" + FILE);
    }

    @Test
    void collectsABundleUntilItsHashProvesItWhole() {
        List<String> members = List.of(Uploads.sha256("a"), Uploads.sha256("b"), Uploads.sha256("c"));
        String hash = Uploads.sha256(String.join("", members.stream().sorted().toList()));
        String execution = Uploads.EVERY_FIELD.formatted(members.getFirst(), now(), hash);

        assertThat(accept(Uploads.of(execution)).eventUploadBundleBinaries()).containsExactly(hash);
        assertThat(accept(Uploads.of(execution)).eventUploadBundleBinaries()).containsExactly(hash);
        assertThat(accept(Uploads.of(Uploads.member(members.get(0), hash, 3), Uploads.member(members.get(1), hash, 3)))
                        .eventUploadBundleBinaries())
                .isEmpty();
        assertThat(texts("select state from santa.bundle where organization_id = :o"))
                .containsExactly("WANTED");
        accept(Uploads.of(Uploads.member(members.get(2), hash, 3)));
        assertThat(texts("select state from santa.bundle where organization_id = :o"))
                .containsExactly("COMPLETE");
        assertThat(accept(Uploads.of(execution)).eventUploadBundleBinaries()).isEmpty();
        assertThat(count("event")).isEqualTo(1);
        assertThat(number("select count(*) from santa.software where organization_id = :o and bundle_hash <> ''"))
                .isEqualTo(3);
    }

    @Test
    void aMacThatLiesAboutABundleSpoilsItForNobodyElse() {
        List<String> members = List.of(Uploads.sha256("a"), Uploads.sha256("b"));
        String hash = Uploads.sha256(String.join("", members.stream().sorted().toList()));
        UUID liar = Ids.next();
        intake.accept(
                scope.organization(),
                liar,
                Uploads.of(
                        Uploads.member(Uploads.sha256("evil"), hash, 2),
                        Uploads.member(Uploads.sha256("worse"), hash, 2)));
        assertThat(texts("select state from santa.bundle where organization_id = :o"))
                .containsExactly("MISMATCH");

        String execution = Uploads.EVERY_FIELD.formatted(members.getFirst(), now(), hash);
        assertThat(intake.accept(scope.organization(), liar, Uploads.of(execution))
                        .eventUploadBundleBinaries())
                .isEmpty();
        assertThat(accept(Uploads.of(execution)).eventUploadBundleBinaries()).containsExactly(hash);
        accept(Uploads.of(Uploads.member(members.get(0), hash, 2), Uploads.member(members.get(1), hash, 2)));

        assertThat(texts("select state from santa.bundle where organization_id = :o"))
                .containsExactly("COMPLETE");
        assertThat(texts("select sha256 from santa.bundle_member where organization_id = :o"))
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        accept(Uploads.of(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1)));
        OrganizationScope other = fixture.organization();

        assertThat(fixture.write(
                        other,
                        () -> fixture.jdbc()
                                .sql("select count(*) from santa.event e join santa.software s on s.id = e.software_id")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void theSameFileInTwoOrganizationsIsTwoFiles() {
        accept(Uploads.of(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1)));
        OrganizationScope other = fixture.organization();
        intake.accept(other.organization(), device, Uploads.of(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1)));

        assertThat(count("software")).isEqualTo(1);
        assertThat(count("event")).isEqualTo(1);
    }

    @Test
    void textsBeyondAllMeasureAreCutAndStored() {
        String longText = "é".repeat(60_000);
        accept(Uploads.of("""
                {"file_sha256": "%1$s", "execution_time": %2$s, "decision": "BLOCK_BINARY", "file_name": "%3$s",
                 "file_path": "%3$s", "executing_user": "%3$s", "signing_id": "%3$s", "team_id": "%3$s", "cdhash": "%3$s",
                 "file_bundle_id": "%3$s", "parent_name": "%3$s", "signing_chain": [{"cn": "%3$s", "sha256": "%3$s"}]}
                """.formatted(FILE, now(), longText)));

        assertThat(number("select length(file_path) from santa.event where organization_id = :o"))
                .isEqualTo(4_096);
        assertThat(number("select length(signing_id) from santa.software where organization_id = :o"))
                .isEqualTo(512);
    }

    private EventUploadResponse accept(EventUploadRequest request) {
        return intake.accept(scope.organization(), device, request);
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }

    @Test
    void whatCannotBeStoredIsCountedAndToldOfOnce(CapturedOutput output) {
        double noHash = dropped("no-hash");
        double unknownKind = dropped("unknown-kind");

        accept(Uploads.request("""
                {"events": [{"file_name": "secret plans", "decision": "BLOCK_UNKNOWN"}, {"file_sha256": "short"}, %s],
                 "audit_events": [{"made_up_later": {"identifier": "secret plans"}}]}
                """.formatted(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1))));

        assertThat(count("event")).isEqualTo(1);
        assertThat(dropped("no-hash") - noHash).isEqualTo(2);
        assertThat(dropped("unknown-kind") - unknownKind).isEqualTo(1);
        assertThat(output.getAll().lines().filter(line -> line.contains(device.toString())))
                .singleElement()
                .asString()
                .contains("2 events without a SHA-256", "1 audit events of an unknown kind")
                .doesNotContain("secret");
    }

    @Test
    void aProcessKeepsNoMoreCertificatesThanAFile() {
        String chain = "{\"sha256\": \"%s\"},".formatted(FILE).repeat(99) + "{\"cn\": \"last\"}";
        accept(Uploads.request("""
                {"file_access_events": [{"rule_name": "r", "access_time": %s, "decision": "FILE_ACCESS_DECISION_DENIED",
                  "target": "/x", "process_chain": [{"file_path": "/y", "signing_chain": [%s]}]}]}
                """.formatted(now(), chain)));

        assertThat(number("""
                select jsonb_array_length(process_chain::jsonb -> 0 -> 'signingChain') from santa.file_access_event
                where organization_id = :o
                """)).isEqualTo(16);
    }

    private double dropped(String reason) {
        return meters.get("gatehouse.santa.events.dropped")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private long count(String table) {
        return number("select count(*) from santa." + table + " where organization_id = :o");
    }

    private long number(String sql) {
        return fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql(sql)
                        .param("o", scope.organization().value())
                        .query(Long.class)
                        .single());
    }

    private List<String> texts(String sql) {
        return fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql(sql)
                        .param("o", scope.organization().value())
                        .query(String.class)
                        .list());
    }
}
