package io.gatehouse.santa.sync;

import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.Schema;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Passes calls on and notes every event that the server answered for with 200, as machine id and process id. */
final class AcknowledgedEvents implements Transport {

    private static final Schema UPLOAD = Protocol.message("EventUploadRequest");

    private final Transport inner;
    private final Set<String> events = new ConcurrentSkipListSet<>();

    AcknowledgedEvents(Transport inner) {
        this.inner = inner;
    }

    Set<String> events() {
        return events;
    }

    @Override
    public Answer send(Call call) throws IOException {
        Answer answer = inner.send(call);
        String[] path = call.uri().getPath().split("/");
        if (answer.status() == 200 && path[path.length - 2].equals("eventupload")) {
            String machine = path[path.length - 1];
            upload(call).messages("events").forEach(event -> events.add(machine + " " + event.number("pid")));
        }
        return answer;
    }

    private static Message upload(Call call) throws IOException {
        try {
            byte[] body = Compression.unpack(call.headers().get("Content-Encoding"), call.body());
            return WireFormat.JSON.contentType().equals(call.headers().get("Content-Type"))
                    ? new JsonCodec(false).decode(UPLOAD, body)
                    : new ProtobufCodec().decode(UPLOAD, body);
        } catch (WireException e) {
            throw new IOException("a simulated Mac sent what it cannot read", e);
        }
    }
}
