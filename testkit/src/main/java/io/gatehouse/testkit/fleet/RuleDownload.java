package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.policy.CelRules;
import io.gatehouse.testkit.fleet.policy.RuleReader;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.wire.Message;
import java.util.ArrayList;
import java.util.List;

/** Gathers every page in memory, then applies all of it or nothing. */
final class RuleDownload {
    private final MacProfile profile;
    private final MacState state;
    private final SyncSession session;
    private final RuleReader reader;

    /** How many rules came, and how many of them this release could read. */
    record Counts(int received, int processed) {}

    RuleDownload(MacProfile profile, MacState state, SyncSession session) {
        this.profile = profile;
        this.state = state;
        this.session = session;
        this.reader = new RuleReader(profile.version(), CelRules.SHARED);
    }

    Counts run(SyncType type) throws StageFailed {
        List<Message> rules = gather();
        List<RuleRow> rows = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (Message rule : rules) {
            RuleRow row = reader.read(rule);
            if (row != null) {
                rows.add(row);
                addNotice(notices, rule, row);
            }
        }
        apply(rows, type);
        if (type == SyncType.NORMAL) {
            state.notices.addAll(notices);
        }
        return new Counts(rules.size(), rows.size());
    }

    private List<Message> gather() throws StageFailed {
        List<Message> rules = new ArrayList<>();
        String cursor = "";
        do {
            Message request = Message.of("RuleDownloadRequest");
            if (!cursor.isEmpty()) {
                request.text("cursor", cursor);
            }
            if (profile.version().atLeast(2024, 6)) {
                request.text("machine_id", profile.machineId());
            }
            Message page = session.exchange("ruledownload", request, "RuleDownloadResponse");
            if (profile.format() == WireFormat.JSON && !profile.version().atLeast(2024, 6) && !page.has("rules")) {
                throw new StageFailed("ruledownload: an answer without rules is none to this release");
            }
            rules.addAll(page.messages("rules"));
            cursor = page.text("cursor");
        } while (!cursor.isEmpty());
        return rules;
    }

    /** Without a single rule nothing is cleaned either. */
    private void apply(List<RuleRow> rows, SyncType type) {
        if (rows.isEmpty()) {
            return;
        }
        if (type != SyncType.NORMAL) {
            state.rules.clean(type == SyncType.CLEAN_ALL);
        }
        rows.forEach(state.rules::apply);
    }

    private void addNotice(List<String> notices, Message rule, RuleRow row) {
        String name = rule.text("notification_app_name");
        if (!name.isEmpty()
                && row.policy() != RulePolicy.REMOVE
                && profile.version().atLeast(2025, 4)) {
            notices.add(name + " is now allowed");
        }
    }
}
