package io.gatehouse.santa.protocol.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.gatehouse.santa.protocol.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The binary form of santa.sync.v1. */
final class ProtobufCodec {

    private final WireLimits limits;

    ProtobufCodec(WireLimits limits) {
        this.limits = limits;
    }

    <T extends Message> T read(Schema<T> schema, byte[] body) throws WireException {
        CodedInputStream input = CodedInputStream.newInstance(body);
        input.setRecursionLimit(limits.depth());
        try {
            T message = new ProtobufReader(input, limits).message(schema);
            if (message == null) {
                throw WireException.malformed(schema.name() + ": a required field is missing");
            }
            return message;
        } catch (IOException broken) {
            throw WireException.malformed("%s: not a protobuf message at byte %d of %d: truncated or broken"
                    .formatted(schema.name(), input.getTotalBytesRead(), body.length));
        }
    }

    byte[] write(Message message) {
        byte[] bytes = new byte[ProtobufWriter.size(message)];
        CodedOutputStream output = CodedOutputStream.newInstance(bytes);
        try {
            new ProtobufWriter(output).message(message);
            output.checkNoSpaceLeft();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to an array", impossible);
        }
        return bytes;
    }
}
