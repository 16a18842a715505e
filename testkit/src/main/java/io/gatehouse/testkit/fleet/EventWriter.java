package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.software.App;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Certificate;
import io.gatehouse.testkit.fleet.software.Download;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Signature;
import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Words executions as events, with the fields that a release knows. */
final class EventWriter {
    private final ClientVersion version;

    EventWriter(ClientVersion version) {
        this.version = version;
    }

    Message execution(Launch launch, Verdict verdict, Instant now, int processId) {
        Message event = file(launch.binary())
                .text("executing_user", launch.user())
                .seconds("execution_time", now.toEpochMilli() / 1000.0)
                .list("logged_in_users", List.of(launch.user()))
                .list("current_sessions", List.of(launch.user() + "@console"))
                .choice("decision", verdict.decision())
                .number("pid", processId)
                .number("ppid", 1)
                .text("parent_name", "launchd");
        App app = launch.app();
        return app == null ? event : bundle(event, app, launch.binary());
    }

    /** The event again, once every executable of its bundle is hashed. */
    static Message withBundleHash(Message event, App app) {
        return event.copy()
                .text("file_bundle_hash", app.bundleHash())
                .number("file_bundle_hash_millis", 40L * app.members().size())
                .number("file_bundle_binary_count", app.members().size());
    }

    /** One executable of a bundle that the server asked for: it did not run, so it carries no time. */
    Message member(App app, Binary member) {
        return withBundleHash(bundle(file(member), app, member), app).choice("decision", "BUNDLE_BINARY");
    }

    private Message file(Binary binary) {
        Signature signature = binary.signature();
        Message event = Message.of("Event")
                .text("file_sha256", binary.sha256())
                .text("file_path", binary.directory())
                .text("file_name", binary.fileName())
                .list(
                        "signing_chain",
                        signature.chain().stream().map(EventWriter::certificate).toList());
        if (version.atLeast(2022, 1)) {
            event.text("team_id", signature.teamId());
        }
        if (version.atLeast(2023, 1)) {
            event.text("signing_id", signature.prefixedSigningId());
        }
        if (version.atLeast(2024, 6)) {
            event.text("cdhash", signature.cdhash());
        }
        Download download = binary.download();
        if (download != null) {
            event.text("quarantine_data_url", download.dataUrl())
                    .text("quarantine_referer_url", download.refererUrl())
                    .number("quarantine_timestamp", download.timestamp())
                    .text("quarantine_agent_bundle_id", download.agentBundleId());
        }
        return addSigningDetails(event, signature);
    }

    private Message addSigningDetails(Message event, Signature signature) {
        if (version.atLeast(2025, 1)) {
            event.number("cs_flags", signature.flags())
                    .choice("signing_status", "SIGNING_STATUS_" + signature.status());
            addEntitlements(event, signature);
        }
        if (version.atLeast(2025, 6)) {
            event.number("secure_signing_time", signature.signingTime())
                    .number("signing_time", signature.signingTime());
        }
        return event;
    }

    private static void addEntitlements(Message event, Signature signature) {
        if (!signature.entitlements().isEmpty()) {
            List<Message> entitlements = new TreeMap<>(signature.entitlements())
                    .entrySet().stream()
                            .map(each -> Message.of("Entitlement")
                                    .text("key", each.getKey())
                                    .text("value", each.getValue()))
                            .toList();
            event.nested("entitlement_info", Message.of("EntitlementInfo").list("entitlements", entitlements));
        }
    }

    private static Message certificate(Certificate certificate) {
        return Message.of("Certificate")
                .text("sha256", certificate.sha256())
                .text("cn", certificate.commonName())
                .text("org", certificate.organization())
                .text("ou", certificate.unit())
                .number("valid_from", certificate.validFrom())
                .number("valid_until", certificate.validUntil());
    }

    private static Message bundle(Message event, App app, Binary binary) {
        return event.text("file_bundle_id", app.bundleId())
                .text("file_bundle_path", app.path())
                .text("file_bundle_executable_rel_path", app.relativePath(binary))
                .text("file_bundle_name", app.name())
                .text("file_bundle_version", app.version())
                .text("file_bundle_version_string", app.version());
    }
}
