package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON body. A value of the wrong type counts as absent, except a wrong list of messages at the top: there a whole batch would vanish. */
final class JsonReader {

    private final JsonParser parser;
    private final Elements elements;

    JsonReader(JsonParser parser, WireLimits limits) {
        this.parser = parser;
        elements = new Elements(limits);
    }

    /** The message that the parser stands at. */
    <T extends Message> @Nullable T root(Schema<T> schema) throws WireException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw WireException.malformed(schema.name() + ": must be a JSON object");
        }
        return message(schema, true);
    }

    private <T extends Message> @Nullable T message(Schema<T> schema, boolean root) throws WireException {
        @Nullable Object[] values = schema.values();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Schema.Binding binding = schema.byName(name);
            JsonToken token = parser.nextToken();
            if (binding == null
                    || (binding.deprecated() && values[binding.field().index()] != null)) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                Object value = value(binding.field(), token, root);
                if (value != null) {
                    values[binding.field().index()] = value;
                }
            }
        }
        return schema.create(values);
    }

    private @Nullable Object value(Field field, JsonToken token, boolean root) throws WireException {
        return switch (field.kind()) {
            case MESSAGE -> token == JsonToken.START_OBJECT ? message(field.schema(), false) : skipped();
            case MESSAGES -> messages(field, token, root);
            case TEXTS -> texts(field, token);
            default -> token.isScalarValue() ? scalar(field, token) : skipped();
        };
    }

    private @Nullable Object scalar(Field field, JsonToken token) {
        return switch (field.kind()) {
            case TEXT -> text();
            case UINT32 -> JsonNumber.within(parser, token, 0, 0xFFFF_FFFFL);
            case INT32 -> JsonNumber.int32(parser, token);
            case DOUBLE -> JsonNumber.finite(parser, token);
            case BOOL -> bool(token);
            case OPEN_ENUM -> field.enumNames().ofText(text());
            case CLOSED_ENUM -> field.enumNames().ofText(text()).known();
            case TEXTS, MESSAGE, MESSAGES -> null;
        };
    }

    private @Nullable List<Message> messages(Field field, JsonToken token, boolean root) throws WireException {
        if (token != JsonToken.START_ARRAY) {
            if (root) {
                throw WireException.malformed(field.jsonName().getValue() + ": must be a list of objects");
            }
            skipped();
            return null;
        }
        List<Message> list = new ArrayList<>();
        int count = 0;
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.count(field, count++);
            Message element = next == JsonToken.START_OBJECT ? message(field.schema(), false) : null;
            if (element != null) {
                list.add(element);
            } else if (next == JsonToken.START_ARRAY) {
                skipped();
            }
        }
        return list;
    }

    private @Nullable List<String> texts(Field field, JsonToken token) throws WireException {
        if (token != JsonToken.START_ARRAY) {
            return token.isScalarValue() ? List.of(text()) : skipped();
        }
        List<String> list = new ArrayList<>();
        int count = 0;
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.count(field, count++);
            if (!next.isScalarValue()) {
                skipped();
            } else if (next != JsonToken.VALUE_NULL) {
                list.add(text());
            }
        }
        return list;
    }

    private String text() {
        return Text.wellFormed(parser.getString());
    }

    private @Nullable Boolean bool(JsonToken token) {
        if (token.isBoolean()) {
            return token == JsonToken.VALUE_TRUE;
        }
        return switch (parser.getString()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    private <V> @Nullable V skipped() {
        parser.skipChildren();
        return null;
    }
}
