package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a Mac keeps on disk: where it syncs, what kind of sync it needs, its rules in table order, and as JSON of the
 * protocol the server's settings and the events that nobody took yet.
 */
public record MacMemory(
        String machineId,
        String syncBaseUrl,
        SyncType needed,
        List<RuleRow> rules,
        String settings,
        List<String> executions,
        List<String> fileAccesses) {
    private static final JsonCodec CODEC = new JsonCodec(true);

    static MacMemory of(String machineId, String syncBaseUrl, MacState state) {
        List<Message> pending = state.events.pending();
        return new MacMemory(
                machineId,
                syncBaseUrl,
                state.needed,
                List.copyOf(state.rules.rows()),
                json(state.settings.values()),
                pending.stream()
                        .filter(event -> event.isA("Event"))
                        .map(MacMemory::json)
                        .toList(),
                pending.stream()
                        .filter(event -> !event.isA("Event"))
                        .map(MacMemory::json)
                        .toList());
    }

    private static String json(Message message) {
        return new String(CODEC.encode(message), StandardCharsets.UTF_8);
    }

    void restore(MacState state) {
        rules.forEach(state.rules::write);
        state.settings.apply(message("PreflightResponse", settings), ClientVersion.NEWEST);
        executions.forEach(event -> state.events.add(message("Event", event)));
        fileAccesses.forEach(event -> state.events.addFileAccess(message("FileAccessEvent", event)));
    }

    private static Message message(String name, String json) {
        try {
            return CODEC.decode(Protocol.message(name), json.getBytes(StandardCharsets.UTF_8));
        } catch (WireException e) {
            throw new IllegalStateException("a Mac's memory is damaged: " + name, e);
        }
    }
}
