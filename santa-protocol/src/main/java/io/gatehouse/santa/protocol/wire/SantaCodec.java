package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;

/**
 * Reads and writes the messages of santa.sync.v1. Safe for use by many threads.
 *
 * <p>Reading is lenient: snake case, camel case and deprecated names; enumerations by name in any letter case, by number, and by number in a text;
 * null for absent; unknown fields skipped; a value of the wrong type in one field leaves that field absent and costs nothing else. An empty body is
 * the empty message.
 */
public final class SantaCodec {

    private final JsonCodec json;
    private final ProtobufCodec protobuf;
    private final boolean guarded;

    public SantaCodec(WireLimits limits) {
        this(new JsonCodec(limits), new ProtobufCodec(limits), false);
    }

    private SantaCodec(JsonCodec json, ProtobufCodec protobuf, boolean guarded) {
        this.json = json;
        this.protobuf = protobuf;
        this.guarded = guarded;
    }

    /** This codec, but its JSON answers begin with a guard against inclusion as a script; clients of every age strip it. */
    public SantaCodec withInclusionGuard() {
        return new SantaCodec(json, protobuf, true);
    }

    /**
     * Reads a message from a body whose content coding is already undone, see {@link ContentCoding#decode}.
     *
     * @throws WireException when the body is broken or beyond the limits
     */
    public <T extends Message> T read(Class<T> type, WireFormat format, byte[] body) throws WireException {
        Schema<T> schema = Schema.of(type);
        return switch (format) {
            case JSON -> json.read(schema, body);
            case PROTOBUF -> protobuf.read(schema, body);
        };
    }

    /** Writes a message with the names and numbers that clients of every supported age read. */
    public byte[] write(Message message, WireFormat format) {
        return switch (format) {
            case JSON -> json.write(message, guarded);
            case PROTOBUF -> protobuf.write(message);
        };
    }
}
