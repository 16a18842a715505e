package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleTable;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.wire.Message;
import java.util.List;

/** The four stages in order. */
final class FullSync {
    private final MacProfile profile;
    private final MacState state;
    private final SyncSession session;
    private final boolean pushed;

    FullSync(MacProfile profile, MacState state, SyncSession session, boolean pushed) {
        this.pushed = pushed;
        this.profile = profile;
        this.state = state;
        this.session = session;
    }

    SyncReport run() {
        SyncType type = state.needed;
        boolean uploaded = false;
        try {
            Message answer = session.exchange("preflight", preflight(), "PreflightResponse");
            type = SyncType.agree(state.needed, answer, profile.version());
            uploaded = uploadEvents(type, (int) answer.number("batch_size"));
            RuleDownload.Counts counts = new RuleDownload(profile, state, session).run(type);
            postflight(type, counts, answer);
            return report("", type, uploaded, counts);
        } catch (StageFailed e) {
            return report(e.reason(), type, uploaded, new RuleDownload.Counts(0, 0));
        }
    }

    private SyncReport report(String failure, SyncType type, boolean uploaded, RuleDownload.Counts counts) {
        List<String> notices = List.copyOf(state.notices);
        state.notices.clear();
        return new SyncReport(
                failure, type, uploaded, counts.received(), counts.processed(), notices, session.traffic());
    }

    private Message preflight() {
        Message request = Message.of("PreflightRequest")
                .text("serial_number", profile.serialNumber())
                .text("hostname", profile.hostname())
                .text("os_version", profile.osVersion())
                .text("os_build", profile.osBuild())
                .text("santa_version", profile.version().text())
                .text("primary_user", profile.primaryUser())
                .choice("client_mode", state.settings.mode().name())
                .flag("request_clean_sync", state.needed != SyncType.NORMAL);
        return laterFields(counts(request));
    }

    private Message counts(Message request) {
        RuleTable rules = state.rules;
        request.number("binary_rule_count", rules.count(RuleType.BINARY))
                .number("certificate_rule_count", rules.count(RuleType.CERTIFICATE))
                .number("compiler_rule_count", rules.count(RulePolicy.ALLOWLIST_COMPILER))
                .number("transitive_rule_count", rules.count(RulePolicy.TRANSITIVE));
        if (RuleType.TEAMID.knownTo(profile.version())) {
            request.number("teamid_rule_count", rules.count(RuleType.TEAMID));
        }
        if (RuleType.SIGNINGID.knownTo(profile.version())) {
            request.number("signingid_rule_count", rules.count(RuleType.SIGNINGID));
        }
        if (RuleType.CDHASH.knownTo(profile.version())) {
            request.number("cdhash_rule_count", rules.count(RuleType.CDHASH));
        }
        return request;
    }

    private Message laterFields(Message request) {
        ClientVersion version = profile.version();
        if (version.atLeast(2022, 1)) {
            request.text("model_identifier", profile.model()).text("push_notification_token", profile.pushToken());
        }
        if (version.atLeast(2024, 6)) {
            request.text("machine_id", profile.machineId());
        }
        if (version.atLeast(2025, 1)) {
            request.flag("push_notification_sync", pushed);
        }
        if (version.atLeast(2025, 5)) {
            request.number("sip_status", profile.sipStatus());
        }
        if (version.atLeast(2025, 6)) {
            request.list("primary_user_groups", profile.primaryUserGroups());
        }
        if (version.atLeast(2025, 7)) {
            request.text("rules_hash", state.rules.hash());
        }
        return request;
    }

    /** A clean sync forgets unsent events unless the profile says otherwise; a failed upload does not end the sync. */
    private boolean uploadEvents(SyncType type, int batchSize) {
        if (type != SyncType.NORMAL && !profile.uploadEventsOnClean()) {
            state.events.clear();
            return true;
        }
        try {
            new EventUpload(profile, state, session)
                    .upload(state.events.pending(), batchSize == 0 ? EventUpload.USUAL_BATCH : batchSize);
            return true;
        } catch (StageFailed e) {
            return false;
        }
    }

    /** The rules are in by now, so the settings are taken whatever the server says to this stage. */
    private void postflight(SyncType type, RuleDownload.Counts counts, Message settings) {
        Message request = Message.of("PostflightRequest")
                .number("rules_received", counts.received())
                .number("rules_processed", counts.processed());
        ClientVersion version = profile.version();
        if (version.atLeast(2024, 6)) {
            request.text("machine_id", profile.machineId());
        }
        if (version.atLeast(2025, 1)) {
            request.choice("sync_type", type.name());
        }
        if (version.atLeast(2025, 7)) {
            request.text("rules_hash", state.rules.hash());
        }
        try {
            session.exchange("postflight", request, "PostflightResponse");
        } catch (StageFailed ignored) {
            // A real client goes on without the server's word here.
        }
        applySettings(type, settings);
    }

    private void applySettings(SyncType type, Message answer) {
        if (type != SyncType.NORMAL) {
            state.needed = SyncType.NORMAL;
            if (profile.version().atLeast(2026, 4)) {
                state.settings.wipe();
            }
        }
        state.settings.apply(answer, profile.version());
    }
}
