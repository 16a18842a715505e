package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.AuditEvent;
import io.gatehouse.santa.protocol.message.Certificate;
import io.gatehouse.santa.protocol.message.Entitlement;
import io.gatehouse.santa.protocol.message.EntitlementInfo;
import io.gatehouse.santa.protocol.message.Event;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.EventUploadResponse;
import io.gatehouse.santa.protocol.message.FileAccessEvent;
import io.gatehouse.santa.protocol.message.FileAccessProcess;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.PostflightRequest;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RemovableMediaPolicy;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.message.RuleDownloadRequest;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import io.gatehouse.santa.protocol.message.StandaloneModeRuleCreation;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import io.gatehouse.santa.protocol.vocabulary.FileAccessDecision;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Messages with every field set, and their bytes as written by hand from the protocol's tables: one JSON and one commented hexadecimal file each. */
final class Fixtures {

    private static final String MACHINE = "27FC2D1B-1";
    private static final String HASH = "99aa06d3014798d86001c324468d497f";
    private static final String SHA256 = "ab".repeat(32);
    private static final String CDHASH = "ef".repeat(20);
    private static final String BUNDLE = "cd".repeat(32);
    private static final String TEAM = "EQHXZ8M8AV";

    record Fixture(String name, Message message) {

        byte[] json() {
            return bytes(name + ".json");
        }

        byte[] protobuf() {
            String text = new String(bytes(name + ".hex"), StandardCharsets.UTF_8);
            return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Fixtures() {}

    static List<Fixture> requests() {
        return List.of(
                new Fixture("preflight-request", preflightRequest()),
                new Fixture("event-upload-request", eventUploadRequest()),
                new Fixture("rule-download-request", new RuleDownloadRequest("opaque", MACHINE)),
                new Fixture(
                        "postflight-request",
                        new PostflightRequest(10, 9, MACHINE, EnumValue.of(SyncType.CLEAN), HASH)));
    }

    static List<Fixture> responses() {
        return List.of(
                new Fixture("preflight-response", preflightResponse()),
                new Fixture("event-upload-response", new EventUploadResponse(List.of(BUNDLE))),
                new Fixture("rule-download-response", ruleDownloadResponse()));
    }

    static PreflightRequest preflightRequest() {
        return new PreflightRequest(
                "C02XL0GHJGH5",
                "mac-17.example.com",
                "14.5",
                "23F79",
                "MacBookPro18,3",
                "2026.7.1",
                "käthe",
                "tok",
                EnumValue.of(ClientMode.STANDALONE),
                true,
                11,
                12,
                13,
                14,
                15,
                16,
                4294967295L,
                MACHINE,
                true,
                127,
                List.of("staff", "admins"),
                HASH);
    }

    static EventUploadRequest eventUploadRequest() {
        StandaloneModeRuleCreation creation =
                new StandaloneModeRuleCreation(EnumValue.of(Decision.ALLOW_SIGNINGID), TEAM + ":com.acme", 1785312002);
        return new EventUploadRequest(
                List.of(event(), strangeEvent()),
                MACHINE,
                List.of(new AuditEvent(creation)),
                List.of(fileAccessEvent()));
    }

    private static Event event() {
        return new Event(
                SHA256,
                "/Applications/Acme.app/Contents/MacOS",
                "Acme",
                "kim",
                1785312000.25,
                List.of("kim", "root"),
                List.of("kim@console"),
                EnumValue.of(Decision.BLOCK_UNKNOWN),
                "com.acme",
                "/Applications/Acme.app",
                "Contents/MacOS/Acme",
                "Acme",
                "77",
                "7.7",
                BUNDLE,
                1234,
                42,
                -5,
                1,
                "launchd",
                TEAM,
                TEAM + ":com.acme",
                CDHASH,
                "https://acme.example/a.dmg",
                "https://acme.example/",
                1785311000,
                "com.apple.Safari",
                List.of(certificate(1), certificate(2)),
                new EntitlementInfo(
                        true,
                        List.of(
                                new Entitlement("com.apple.security.cs.allow-jit", "true"),
                                new Entitlement("groups", "[\"a\"]"))),
                570503953,
                EnumValue.of(SigningStatus.PRODUCTION),
                1700000000,
                1700000001,
                true);
    }

    /** What a newer client may send: numbers of decision and signing status that nobody here knows. */
    private static Event strangeEvent() {
        List<String> none = List.of();
        return new Event(
                "01".repeat(32),
                "",
                "",
                "",
                0,
                none,
                none,
                new EnumValue<>(null, "4711"),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                0,
                0,
                0,
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                "",
                List.of(),
                null,
                0,
                new EnumValue<>(null, "99"),
                0,
                0,
                false);
    }

    private static FileAccessEvent fileAccessEvent() {
        FileAccessProcess actor =
                new FileAccessProcess("/tmp/x", CDHASH, SHA256, TEAM + ":x", TEAM, 77, List.of(certificate(1)));
        return new FileAccessEvent(
                "v7",
                "cookies",
                "/Users/kim/Cookies",
                List.of(actor, new FileAccessProcess("/bin/zsh", "", "", "", "", 76, List.of())),
                1785312001.5,
                EnumValue.of(FileAccessDecision.DENIED_INVALID_SIGNATURE));
    }

    private static Certificate certificate(int i) {
        return new Certificate((i + "c").repeat(32), "Name " + i, "Acme Inc.", TEAM, 1600000000L + i, 4294967295L);
    }

    static PreflightResponse preflightResponse() {
        return PreflightResponse.builder()
                .clientMode(ClientMode.LOCKDOWN)
                .syncType(SyncType.CLEAN_ALL)
                .batchSize(50L)
                .enableBundles(true)
                .enableTransitiveRules(false)
                .enableAllEventUpload(false)
                .disableUnknownEventUpload(true)
                .fullSyncIntervalSeconds(240L)
                .pushNotificationFullSyncIntervalSeconds(14400L)
                .pushNotificationGlobalRuleSyncDeadlineSeconds(600L)
                .allowedPathRegex("")
                .blockedPathRegex("^/tmp/")
                .blockUsbMount(true)
                .remountUsbMode(List.of("rdonly", "noexec"))
                .overrideFileAccessAction(FileAccessAction.AUDIT_ONLY)
                .eventDetailUrl("https://gate.example/%file_sha%")
                .eventDetailText("Ask")
                .removableMediaPolicy(RemovableMediaPolicy.remounted(List.of("rdonly")))
                .encryptedRemovableMediaPolicy(RemovableMediaPolicy.allowed())
                .deprecatedCleanSync(false)
                .build();
    }

    private static RuleDownloadResponse ruleDownloadResponse() {
        Rule full = new Rule(
                TEAM + ":com.acme",
                Policy.CEL,
                RuleType.SIGNINGID,
                "<b>No</b>",
                "https://gate.example/",
                BUNDLE,
                300,
                "Acme",
                "target.is_platform_binary",
                "Ask");
        return new RuleDownloadResponse(List.of(full, Rule.of(RuleType.BINARY, SHA256, Policy.REMOVE)), "next");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Fixtures.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
