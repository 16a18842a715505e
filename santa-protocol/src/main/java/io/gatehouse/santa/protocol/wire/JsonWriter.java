package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes one message as JSON; absent fields are left out, but for the few that clients demand. */
final class JsonWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator generator;

    JsonWriter(JsonFactory factory, byte[] prefix) {
        bytes.writeBytes(prefix);
        generator = factory.createGenerator(ObjectWriteContext.empty(), bytes);
    }

    byte[] write(Message message) {
        message(message);
        generator.close();
        return bytes.toByteArray();
    }

    private void message(Message message) {
        generator.writeStartObject();
        for (Field field : Schema.of(message.getClass()).fields()) {
            Object value = field.toWrite(message);
            if (value != null) {
                generator.writeName(field.jsonName());
                value(value);
            }
        }
        generator.writeEndObject();
    }

    private void value(Object value) {
        switch (value) {
            case String text -> generator.writeString(Text.wellFormed(text));
            case Long number -> generator.writeNumber(number.longValue());
            case Integer number -> generator.writeNumber(number.intValue());
            case Double number -> generator.writeNumber(number.doubleValue());
            case Boolean flag -> generator.writeBoolean(flag);
            case EnumValue<?> open -> open(open);
            case ProtocolEnum constant -> generator.writeString(constant.wireName());
            case Message message -> message(message);
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no JSON form: " + value.getClass());
        }
    }

    private void open(EnumValue<?> value) {
        if (value.known() instanceof ProtocolEnum constant) {
            generator.writeString(constant.wireName());
        } else if (EnumNames.numberIn(value.raw()) instanceof Integer number) {
            generator.writeNumber(number.intValue());
        } else {
            generator.writeString(value.raw());
        }
    }

    private void list(List<?> list) {
        generator.writeStartArray();
        list.forEach(this::value);
        generator.writeEndArray();
    }
}
