package io.gatehouse.santa.protocol.wire;

import com.google.protobuf.CodedOutputStream;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import java.io.IOException;
import java.util.List;

/** Writes one message as protobuf; absent fields are left out. */
final class ProtobufWriter {

    private final CodedOutputStream output;

    ProtobufWriter(CodedOutputStream output) {
        this.output = output;
    }

    /** How many bytes {@link #message} will write. */
    static int size(Message message) {
        int size = 0;
        for (Field field : Schema.of(message.getClass()).fields()) {
            Object value = field.toWrite(message);
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    size += size(field.number(), element);
                }
            } else if (value != null) {
                size += size(field.number(), value);
            }
        }
        return size;
    }

    void message(Message message) throws IOException {
        for (Field field : Schema.of(message.getClass()).fields()) {
            Object value = field.toWrite(message);
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    value(field.number(), element);
                }
            } else if (value != null) {
                value(field.number(), value);
            }
        }
    }

    private static int size(int number, Object value) {
        return switch (value) {
            case String text -> CodedOutputStream.computeStringSize(number, Text.wellFormed(text));
            case Long unsigned -> CodedOutputStream.computeUInt32Size(number, unsigned.intValue());
            case Integer signed -> CodedOutputStream.computeInt32Size(number, signed);
            case Double real -> CodedOutputStream.computeDoubleSize(number, real);
            case Boolean flag -> CodedOutputStream.computeBoolSize(number, flag);
            case EnumValue<?> open -> CodedOutputStream.computeEnumSize(number, EnumNames.number(open));
            case ProtocolEnum constant -> CodedOutputStream.computeEnumSize(number, constant.number());
            case Message nested -> nestedSize(number, size(nested));
            default -> throw unwritable(value);
        };
    }

    private static int nestedSize(int number, int length) {
        return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(length) + length;
    }

    private void value(int number, Object value) throws IOException {
        switch (value) {
            case String text -> output.writeString(number, Text.wellFormed(text));
            case Long unsigned -> output.writeUInt32(number, unsigned.intValue());
            case Integer signed -> output.writeInt32(number, signed);
            case Double real -> output.writeDouble(number, real);
            case Boolean flag -> output.writeBool(number, flag);
            case EnumValue<?> open -> output.writeEnum(number, EnumNames.number(open));
            case ProtocolEnum constant -> output.writeEnum(number, constant.number());
            case Message nested -> nested(number, nested);
            default -> throw unwritable(value);
        }
    }

    private void nested(int number, Message message) throws IOException {
        output.writeTag(number, Kind.MESSAGE.wireType());
        output.writeUInt32NoTag(size(message));
        message(message);
    }

    private static IllegalArgumentException unwritable(Object value) {
        return new IllegalArgumentException("no protobuf form: " + value.getClass());
    }
}
