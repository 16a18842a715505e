package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server without a mind: it answers what a test told it to, remembers what it was asked, and is empty by default. */
public final class StubServer implements Transport {
    public record Request(String stage, Map<String, String> headers, Message body) {}

    private static final Map<String, String> REQUESTS = Map.of(
            "preflight", "PreflightRequest",
            "eventupload", "EventUploadRequest",
            "ruledownload", "RuleDownloadRequest",
            "postflight", "PostflightRequest");

    public final List<Request> requests = new ArrayList<>();
    public final Deque<@Nullable Answer> next = new ArrayDeque<>();
    public Message preflight = Message.of("PreflightResponse");
    public List<Message> pages = List.of();
    public List<String> wantedBundles = List.of();

    @Override
    public Answer send(Call call) throws IOException {
        String[] path = call.uri().getPath().split("/");
        String stage = path[path.length - 2];
        requests.add(new Request(stage, call.headers(), body(stage, call)));
        Answer prepared = next.poll();
        if (prepared != null) {
            if (prepared.status() == 0) {
                throw new IOException("connection reset");
            }
            return prepared;
        }
        return new Answer(
                200, Map.of(), encode(call, answer(stage, requests.getLast().body())));
    }

    public static Answer status(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    public List<String> stages() {
        return requests.stream().map(Request::stage).toList();
    }

    public List<Request> of(String stage) {
        return requests.stream()
                .filter(request -> request.stage().equals(stage))
                .toList();
    }

    private Message body(String stage, Call call) throws IOException {
        String name = REQUESTS.get(stage);
        if (name == null) {
            return Message.of("PostflightResponse");
        }
        try {
            String encoding = call.headers().get("Content-Encoding");
            byte[] body = Compression.unpack("zlib".equals(encoding) ? "deflate" : encoding, call.body());
            return isProtobuf(call)
                    ? new ProtobufCodec().decode(Protocol.message(name), body)
                    : new JsonCodec(false).decode(Protocol.message(name), body);
        } catch (WireException e) {
            throw new IOException(e);
        }
    }

    private static boolean isProtobuf(Call call) {
        return "application/x-protobuf".equals(call.headers().get("Content-Type"));
    }

    private static byte[] encode(Call call, Message answer) {
        return isProtobuf(call) ? new ProtobufCodec().encode(answer) : new JsonCodec(true).encode(answer);
    }

    private Message answer(String stage, Message request) {
        return switch (stage) {
            case "preflight" -> preflight;
            case "eventupload" -> Message.of("EventUploadResponse").list("event_upload_bundle_binaries", wantedBundles);
            case "ruledownload" -> page(request.text("cursor"));
            default -> Message.of("PostflightResponse");
        };
    }

    private Message page(String cursor) {
        int index = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        if (index >= pages.size()) {
            return Message.of("RuleDownloadResponse");
        }
        Message page = pages.get(index).copy();
        return index + 1 < pages.size() ? page.text("cursor", String.valueOf(index + 1)) : page;
    }

    public void serve(Message... rules) {
        pages = List.of(Message.of("RuleDownloadResponse").list("rules", List.of(rules)));
    }

    public static Message rule(String type, String identifier, String policy) {
        return Message.of("Rule")
                .text("identifier", identifier)
                .choice("policy", policy)
                .choice("rule_type", type);
    }
}
