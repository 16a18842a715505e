package io.gatehouse.testkit.fleet.load;

import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.Schema;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;

/** How the Macs of a run encode: JSON or protobuf, packed as Santa does by default or not at all. */
public record LoadWire(WireFormat format, boolean packed) {
    private static final JsonCodec JSON = new JsonCodec(false);
    private static final ProtobufCodec PROTOBUF = new ProtobufCodec();

    byte[] encode(Message message) {
        return format == WireFormat.JSON ? JSON.encode(message) : PROTOBUF.encode(message);
    }

    Message decode(String name, Connection.Reply reply) throws IOException {
        Schema schema = Protocol.message(name);
        try {
            byte[] body = Compression.unpack(reply.contentEncoding(), reply.body());
            return format == WireFormat.JSON ? JSON.decode(schema, body) : PROTOBUF.decode(schema, body);
        } catch (WireException e) {
            throw new IOException(e);
        }
    }
}
