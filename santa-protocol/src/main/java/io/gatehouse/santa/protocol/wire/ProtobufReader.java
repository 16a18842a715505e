package io.gatehouse.santa.protocol.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.gatehouse.santa.protocol.message.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one protobuf body. Unknown fields, and known ones of another wire type, are skipped as the format demands. */
final class ProtobufReader {

    private static final int TAG_TYPE_BITS = 3;
    private static final int TAG_TYPE_MASK = 7;

    private final CodedInputStream input;
    private final WireLimits limits;
    private final Elements elements;

    ProtobufReader(CodedInputStream input, WireLimits limits) {
        this.input = input;
        this.limits = limits;
        elements = new Elements(limits);
    }

    /** The message that reaches to the present limit of the input. */
    <T extends Message> @Nullable T message(Schema<T> schema) throws IOException, WireException {
        @Nullable Object[] values = schema.values();
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            Schema.Binding binding = schema.byNumber(tag >>> TAG_TYPE_BITS);
            if (binding == null
                    || binding.field().kind().wireType() != (tag & TAG_TYPE_MASK)
                    || (binding.deprecated() && values[binding.field().index()] != null)) {
                skip(tag);
            } else {
                read(binding.field(), values);
            }
        }
        return schema.create(values);
    }

    private void skip(int tag) throws IOException {
        if (!input.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group ends that never began");
        }
    }

    private void read(Field field, @Nullable Object[] values) throws IOException, WireException {
        int index = field.index();
        switch (field.kind()) {
            case TEXTS -> append(field, values, text(field));
            case MESSAGES -> append(field, values, nested(field.schema()));
            case MESSAGE -> values[index] = nested(field.schema());
            default -> {
                Object value = scalar(field);
                if (value != null) {
                    values[index] = value;
                }
            }
        }
    }

    private @Nullable Object scalar(Field field) throws IOException, WireException {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case UINT32 -> Integer.toUnsignedLong(input.readUInt32());
            case INT32 -> input.readInt32();
            case DOUBLE -> finite(input.readDouble());
            case BOOL -> input.readBool();
            case OPEN_ENUM -> field.enumNames().ofNumber(input.readEnum());
            case CLOSED_ENUM -> field.enumNames().ofNumber(input.readEnum()).known();
            case TEXTS, MESSAGE, MESSAGES -> null;
        };
    }

    private String text(Field field) throws IOException, WireException {
        String text = input.readString();
        if (text.length() > limits.textLength()) {
            throw WireException.tooLarge(
                    "%s: at most %d characters".formatted(field.jsonName().getValue(), limits.textLength()));
        }
        return Text.wellFormed(text);
    }

    private @Nullable Message nested(Schema<?> schema) throws IOException, WireException {
        int outer = input.pushLimit(input.readRawVarint32());
        Message message = message(schema);
        input.checkLastTagWas(0);
        input.popLimit(outer);
        return message;
    }

    private void append(Field field, @Nullable Object[] values, @Nullable Object element) throws WireException {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) values[field.index()];
        if (list == null) {
            list = new ArrayList<>();
            values[field.index()] = list;
        }
        elements.count(field, list.size());
        if (element != null) {
            list.add(element);
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
