package io.gatehouse.santa.protocol.wire;

import com.google.protobuf.WireFormat;

/** What a field holds, and as which protobuf wire type it travels. */
enum Kind {
    TEXT(WireFormat.WIRETYPE_LENGTH_DELIMITED),
    TEXTS(WireFormat.WIRETYPE_LENGTH_DELIMITED),
    UINT32(WireFormat.WIRETYPE_VARINT),
    INT32(WireFormat.WIRETYPE_VARINT),
    DOUBLE(WireFormat.WIRETYPE_FIXED64),
    BOOL(WireFormat.WIRETYPE_VARINT),
    /** An enumeration that keeps what it does not know. */
    OPEN_ENUM(WireFormat.WIRETYPE_VARINT),
    /** An enumeration whose unknown values count as absent. */
    CLOSED_ENUM(WireFormat.WIRETYPE_VARINT),
    MESSAGE(WireFormat.WIRETYPE_LENGTH_DELIMITED),
    MESSAGES(WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private final int wireType;

    Kind(int wireType) {
        this.wireType = wireType;
    }

    int wireType() {
        return wireType;
    }
}
