package io.gatehouse.testkit.fleet.history;

import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Subject;
import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The simplest server that is right: every sync is a clean one with everything. A fault can be planted in what it serves. */
final class PlainServer implements ServerUnderTest, Transport {
    private final UnaryOperator<List<RuleRow>> fault;
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Set<String>> tags = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    private String mode = "LOCKDOWN";

    PlainServer(UnaryOperator<List<RuleRow>> fault) {
        this.fault = fault;
    }

    @Override
    public void createTags(List<String> names) {}

    @Override
    public void standalone() {
        mode = "STANDALONE";
    }

    @Override
    public MacProfile.Builder newMac(String machineId) {
        return MacProfile.of(URI.create("http://localhost/santa/secret"), machineId);
    }

    @Override
    public void setTags(String machineId, Set<String> chosen) {
        tags.put(machineId, chosen);
    }

    @Override
    public void write(Rule rule) {
        rules.removeIf(other -> other.scope().equals(rule.scope())
                && other.type() == rule.type()
                && other.identifier().equals(rule.identifier()));
        rules.add(rule);
    }

    @Override
    public void delete(Rule rule) {
        rules.remove(rule);
    }

    @Override
    public Answer send(Call call) throws IOException {
        String[] path = call.uri().getPath().split("/");
        String id = path[path.length - 1];
        boolean protobuf = call.headers().get("Content-Type").equals("application/x-protobuf");
        Message answer = answer(path[path.length - 2], id, call, protobuf);
        byte[] body = protobuf ? new ProtobufCodec().encode(answer) : new JsonCodec(true).encode(answer);
        return new Answer(200, Map.of(), body);
    }

    private Message answer(String stage, String id, Call call, boolean protobuf) throws IOException {
        return switch (stage) {
            case "preflight" -> {
                versions.put(id, preflight(call, protobuf).text("santa_version"));
                yield Message.of("PreflightResponse")
                        .choice("sync_type", "CLEAN")
                        .choice("client_mode", mode)
                        .flag("enable_transitive_rules", mode.equals("STANDALONE"))
                        .flag("clean_sync", true);
            }
            case "ruledownload" -> Message.of("RuleDownloadResponse").list("rules", rulesFor(id));
            default -> Message.of("PostflightResponse");
        };
    }

    private static Message preflight(Call call, boolean protobuf) throws IOException {
        try {
            byte[] body = Compression.unpack(call.headers().get("Content-Encoding"), call.body());
            var schema = Protocol.message("PreflightRequest");
            return protobuf ? new ProtobufCodec().decode(schema, body) : new JsonCodec(false).decode(schema, body);
        } catch (WireException e) {
            throw new IOException(e);
        }
    }

    private List<Message> rulesFor(String id) {
        Subject subject = new Subject(
                id, tags.getOrDefault(id, Set.of()), ClientVersion.parse(versions.getOrDefault(id, "2022.5")));
        List<Message> messages = new ArrayList<>();
        messages.add(rule("BINARY", "f".repeat(64), "REMOVE"));
        List<RuleRow> rows = List.copyOf(new IntendedPolicy(rules).rowsFor(subject, Instant.EPOCH));
        fault.apply(rows)
                .forEach(row -> messages.add(
                        rule(row.type().name(), row.identifier(), row.policy().name())
                                .text("cel_expr", row.cel())
                                .text("custom_msg", row.texts().message())
                                .text("custom_url", row.texts().url())
                                .text("event_detail_button_label", row.texts().buttonLabel())));
        return messages;
    }

    private static Message rule(String type, String identifier, String policy) {
        return Message.of("Rule")
                .text("identifier", identifier)
                .choice("policy", policy)
                .choice("rule_type", type);
    }
}
