package io.gatehouse.testkit.fleet.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as Santa writes and reads it. Releases since 2024.6 leave default values out like the C++ protobuf printer; older
 * ones built their JSON by hand, with zeros and empty texts present and the sync type in lower case.
 */
public final class JsonCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> ANTI_HIJACKING_PREFIXES = List.of("])}", ")]}'\n", ")]}'");

    private final boolean handBuilt;

    /** {@code handBuilt} chooses the older releases' habit. */
    public JsonCodec(boolean handBuilt) {
        this.handBuilt = handBuilt;
    }

    /** The bytes of a request. */
    public byte[] encode(Message message) {
        StringBuilder out = new StringBuilder(512);
        write(out, message);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder out, Message message) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Object> entry : message.values().entrySet()) {
            Field field = message.schema().field(entry.getKey());
            if (!handBuilt && isDefault(entry.getValue())) {
                continue;
            }
            out.append(separator).append('"').append(field.jsonName()).append("\":");
            writeValue(out, field, entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static boolean isDefault(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Long number -> number == 0;
            case Double number -> number == 0;
            case Boolean flag -> !flag;
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private void writeValue(StringBuilder out, Field field, Object value) {
        switch (value) {
            case List<?> list -> writeList(out, field, list);
            case Message nested -> write(out, nested);
            case String text -> quote(out, text);
            case Double number ->
                out.append(
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
            case Long number when field.type() == FieldType.ENUM -> writeEnum(out, field, number.intValue());
            default -> out.append(value);
        }
    }

    private void writeList(StringBuilder out, Field field, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            writeValue(out, field, element);
            separator = ",";
        }
        out.append(']');
    }

    private void writeEnum(StringBuilder out, Field field, int number) {
        String name = Protocol.enumeration(field.detail()).name(number);
        if (name == null) {
            out.append(number);
        } else {
            quote(out, handBuilt && field.detail().equals("SyncType") ? name.toLowerCase(Locale.ROOT) : name);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Reads an answer: either spelling of a name, enum names or numbers, null as unset, unknown fields and names ignored. */
    public Message decode(Schema schema, byte[] body) throws WireException {
        String text = withoutPrefix(new String(body, StandardCharsets.UTF_8));
        if (text.isBlank()) {
            return new Message(schema);
        }
        try {
            return read(schema, MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new WireException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String withoutPrefix(String text) {
        return ANTI_HIJACKING_PREFIXES.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(prefix -> text.substring(prefix.length()))
                .orElse(text);
    }

    private static Message read(Schema schema, JsonNode node) throws WireException {
        if (!node.isObject()) {
            throw new WireException(schema.name() + " must be an object");
        }
        Message message = new Message(schema);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            Field field = schema.inJson(property.getKey());
            if (field != null && !property.getValue().isNull()) {
                readField(message, field, property.getValue());
            }
        }
        return message;
    }

    private static void readField(Message message, Field field, JsonNode node) throws WireException {
        if (!field.repeated()) {
            Object value = readValue(field, node);
            if (value != null) {
                message.values().put(field.name(), value);
            }
            return;
        }
        if (!node.isArray()) {
            throw new WireException(field.name() + " must be an array");
        }
        message.values().putIfAbsent(field.name(), new ArrayList<>());
        for (JsonNode element : node) {
            Object value = readValue(field, element);
            if (value != null) {
                message.append(field, value);
            }
        }
    }

    private static @Nullable Object readValue(Field field, JsonNode node) throws WireException {
        return switch (field.type()) {
            case STRING -> require(field, node.isString(), node).stringValue();
            case BOOL -> require(field, node.isBoolean(), node).booleanValue();
            case DOUBLE -> require(field, node.isNumber(), node).doubleValue();
            case MESSAGE -> read(Protocol.message(field.detail()), node);
            case UINT32, INT32 -> readNumber(field, node);
            case ENUM -> node.isNumber() ? (Object) node.longValue() : readEnum(field, node);
        };
    }

    private static Object readNumber(Field field, JsonNode node) throws WireException {
        long number = readLong(field, node);
        if (field.type() == FieldType.UINT32 && (number < 0 || number > 0xFFFF_FFFFL)) {
            throw new WireException(field.name() + " is out of range: " + number);
        }
        return number;
    }

    private static long readLong(Field field, JsonNode node) throws WireException {
        if (node.isString() && node.stringValue().matches("-?\\d{1,18}")) {
            return Long.parseLong(node.stringValue());
        }
        return require(field, node.isIntegralNumber(), node).longValue();
    }

    private static @Nullable Object readEnum(Field field, JsonNode node) throws WireException {
        Integer number = Protocol.enumeration(field.detail())
                .find(require(field, node.isString(), node).stringValue());
        return number == null ? null : (Object) number.longValue();
    }

    private static JsonNode require(Field field, boolean fits, JsonNode node) throws WireException {
        if (!fits) {
            throw new WireException(field.name() + " has the wrong JSON type " + node.getNodeType());
        }
        return node;
    }
}
