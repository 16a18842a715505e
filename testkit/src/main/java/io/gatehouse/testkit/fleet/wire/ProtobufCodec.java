package io.gatehouse.testkit.fleet.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Protobuf's binary form, written from the wire format's rules rather than by a library. */
public final class ProtobufCodec {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    /** The bytes of a request; default values are left out. */
    public byte[] encode(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        message.values().forEach((name, value) -> write(out, message.schema().field(name), value));
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, Field field, Object value) {
        switch (value) {
            case List<?> list -> list.forEach(element -> writeLengthDelimited(out, field, element));
            case String text when text.isEmpty() -> {}
            case Long number -> writeNumber(out, field, number);
            case Boolean flag -> writeNumber(out, field, flag ? 1 : 0);
            case Double number -> writeDouble(out, field, number);
            default -> writeLengthDelimited(out, field, value);
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, Field field, long number) {
        if (number != 0) {
            writeVarint(out, (long) field.number() << 3 | VARINT);
            writeVarint(out, number);
        }
    }

    private static void writeDouble(ByteArrayOutputStream out, Field field, double number) {
        if (number == 0) {
            return;
        }
        writeVarint(out, (long) field.number() << 3 | FIXED64);
        long bits = Double.doubleToRawLongBits(number);
        for (int shift = 0; shift < 64; shift += 8) {
            out.write((int) (bits >>> shift));
        }
    }

    private void writeLengthDelimited(ByteArrayOutputStream out, Field field, Object value) {
        byte[] bytes =
                value instanceof Message nested ? encode(nested) : ((String) value).getBytes(StandardCharsets.UTF_8);
        writeVarint(out, (long) field.number() << 3 | LENGTH);
        writeVarint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Reads an answer; unknown fields, and known ones of another wire type, are skipped. */
    public Message decode(Schema schema, byte[] body) throws WireException {
        return decode(schema, new Input(body, 0, body.length));
    }

    private Message decode(Schema schema, Input in) throws WireException {
        Message message = new Message(schema);
        while (in.hasMore()) {
            long tag = in.varint();
            Field field = schema.numbered((int) (tag >>> 3));
            int wireType = (int) (tag & 7);
            if (field == null || wireType != wireType(field)) {
                in.skip(wireType);
            } else {
                store(message, field, read(field, in));
            }
        }
        return message;
    }

    private static int wireType(Field field) {
        return switch (field.type()) {
            case STRING, MESSAGE -> LENGTH;
            case DOUBLE -> FIXED64;
            case BOOL, UINT32, INT32, ENUM -> VARINT;
        };
    }

    private Object read(Field field, Input in) throws WireException {
        return switch (field.type()) {
            case STRING -> in.text();
            case MESSAGE -> decode(Protocol.message(field.detail()), in.slice());
            case DOUBLE -> Double.longBitsToDouble(in.fixed(8));
            case BOOL -> in.varint() != 0;
            case UINT32 -> in.varint() & 0xFFFF_FFFFL;
            case INT32, ENUM -> (long) (int) in.varint();
        };
    }

    private static void store(Message message, Field field, Object value) {
        if (field.repeated()) {
            message.append(field, value);
        } else {
            message.values().put(field.name(), value);
        }
    }

    /** A cursor over bytes that never reads past its end. */
    private static final class Input {
        private final byte[] bytes;
        private final int end;
        private int position;

        Input(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.position = start;
            this.end = end;
        }

        boolean hasMore() {
            return position < end;
        }

        long varint() throws WireException {
            long value = 0;
            for (int shift = 0; shift < 70; shift += 7) {
                int next = octet();
                value |= (long) (next & 0x7F) << shift;
                if (next < 0x80) {
                    return value;
                }
            }
            throw new WireException("varint longer than ten bytes");
        }

        private int octet() throws WireException {
            if (position >= end) {
                throw new WireException("truncated at byte " + position);
            }
            return bytes[position++] & 0xFF;
        }

        long fixed(int length) throws WireException {
            long value = 0;
            for (int index = 0; index < length; index++) {
                value |= (long) octet() << 8 * index;
            }
            return value;
        }

        Input slice() throws WireException {
            long length = varint();
            if (length < 0 || length > end - position) {
                throw new WireException("length " + length + " exceeds what is left");
            }
            int start = position;
            position += (int) length;
            return new Input(bytes, start, position);
        }

        String text() throws WireException {
            Input slice = slice();
            return new String(bytes, slice.position, slice.end - slice.position, StandardCharsets.UTF_8);
        }

        void skip(int wireType) throws WireException {
            switch (wireType) {
                case VARINT -> varint();
                case FIXED64 -> fixed(8);
                case FIXED32 -> fixed(4);
                case LENGTH -> slice();
                default -> throw new WireException("wire type " + wireType + " does not exist in proto3");
            }
        }
    }
}
