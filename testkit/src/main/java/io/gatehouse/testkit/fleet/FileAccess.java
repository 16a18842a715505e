package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Signature;
import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Instant;
import java.util.List;

/** One access to a watched file: the watch rule of the profile, the whole path, and the process that tried. */
public record FileAccess(String ruleName, String ruleVersion, String target, Binary actor) {

    Message event(Instant now, boolean auditOnly, int processId) {
        Signature signature = actor.signature();
        Message process = Message.of("Process")
                .text("file_path", actor.path())
                .text("cdhash", signature.cdhash())
                .text("file_sha256", actor.sha256())
                .text("signing_id", signature.prefixedSigningId())
                .text("team_id", signature.teamId())
                .number("pid", processId);
        return Message.of("FileAccessEvent")
                .text("rule_version", ruleVersion)
                .text("rule_name", ruleName)
                .text("target", target)
                .list("process_chain", List.of(process))
                .seconds("access_time", now.toEpochMilli() / 1000.0)
                .choice("decision", "FILE_ACCESS_DECISION_" + (auditOnly ? "AUDIT_ONLY" : "DENIED"));
    }
}
