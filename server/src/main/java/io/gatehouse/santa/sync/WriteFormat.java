package io.gatehouse.santa.sync;

import io.gatehouse.santa.protocol.vocabulary.SyncType;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.session.Held;
import io.gatehouse.santa.sync.session.RuleCounts;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.SyncState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts what a stage changed into the object that the database's function takes. */
@Component
final class WriteFormat {

    /** Gathers the parts of one write. */
    final class Parts {

        private final KnownDevice device;
        private final Map<String, Object> parts = new LinkedHashMap<>();

        private Parts(KnownDevice device) {
            this.device = device;
        }

        Parts seen(Instant at, Instant next) {
            parts.put("seen", Map.of("at", at.toString(), "next", next.toString()));
            return this;
        }

        Parts state(SyncState state, List<SyncType> cleaned) {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>();
            held(columns, "acked", state.acked());
            Session session = state.session();
            if (session != null) {
                session(columns, session);
            }
            columns.put("rules_hash", state.reported());
            columns.put("hash_state", state.hashState().name());
            counts(columns, state.counts());
            columns.put("last_preflight_at", text(state.lastPreflightAt()));
            columns.put("next_expected_at", text(state.nextExpectedAt()));
            columns.put("interval_seconds", state.intervalSeconds());
            columns.put("cleaned", cleaned.stream().map(Enum::name).toList());
            parts.put("state", columns);
            return this;
        }

        /** The Mac showed that it got all rules of a session. */
        Parts received(UUID session) {
            parts.put("received", session.toString());
            return this;
        }

        Parts inventory(Inventory inventory) {
            parts.put("inventory", inventory.columns());
            return this;
        }

        Parts history(History history) {
            parts.put("history", history.columns());
            return this;
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        SyncWrite write() {
            return new SyncWrite(device.organization(), device.id(), json.writeValueAsString(parts));
        }
    }

    private final JsonMapper json;

    WriteFormat(JsonMapper json) {
        this.json = json;
    }

    Parts of(KnownDevice device) {
        return new Parts(device);
    }

    private static void held(Map<String, @Nullable Object> columns, String prefix, Held held) {
        columns.put(
                prefix + "_policy_id",
                held.policy() == null ? null : held.policy().toString());
        columns.put(prefix + "_sequence", held.sequence());
        columns.put(prefix + "_capabilities", held.ruleClass());
        columns.put(prefix + "_hash", held.signature());
    }

    private static void session(Map<String, @Nullable Object> columns, Session session) {
        held(columns, "session", session.target());
        columns.put("session_to", session.target().sequence());
        columns.put("session_id", session.id().toString());
        columns.put("session_started_at", text(session.startedAt()));
        columns.put("session_type", session.type().name());
        columns.put("session_kind", session.kind().name());
        columns.put("session_rules", session.rules());
        columns.put("session_requested_clean", session.requestedClean());
        columns.put("session_pushed", session.pushed());
        columns.put("session_finished_at", text(session.finishedAt()));
        columns.put("session_hash_before", session.hashBefore());
        columns.put("session_encoding", session.encoding());
    }

    private static void counts(Map<String, @Nullable Object> columns, RuleCounts counts) {
        columns.put("binary_rules", counts.binary());
        columns.put("certificate_rules", counts.certificate());
        columns.put("compiler_rules", counts.compiler());
        columns.put("transitive_rules", counts.transitive());
        columns.put("teamid_rules", counts.teamId());
        columns.put("signingid_rules", counts.signingId());
        columns.put("cdhash_rules", counts.cdhash());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
