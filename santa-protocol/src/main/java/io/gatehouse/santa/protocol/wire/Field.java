package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.WireField;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** One field of a message: both codecs read and write it by this description, taken from the record component and its {@link WireField}. */
final class Field {

    private final int index;
    private final int number;
    private final Kind kind;
    private final boolean nullable;
    private final String protocolName;
    private final SerializableString jsonName;
    private final WireField wire;
    private final @Nullable EnumNames<?> enumNames;
    private final @Nullable Schema<?> schema;
    private final @Nullable Object absent;
    private final MethodHandle getter;

    Field(int index, RecordComponent component) {
        this.index = index;
        wire = component.getAnnotation(WireField.class);
        number = wire.value();
        nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        protocolName = snake(component.getName());
        jsonName = new SerializedString(wire.json().isEmpty() ? protocolName : wire.json());
        Class<?> element = element(component);
        kind = kind(component.getType(), element);
        enumNames = kind == Kind.OPEN_ENUM || kind == Kind.CLOSED_ENUM ? enumNames(element) : null;
        schema = kind == Kind.MESSAGE || kind == Kind.MESSAGES ? Schema.of(element.asSubclass(Message.class)) : null;
        absent = nullable ? null : absent(kind);
        getter = getter(component);
    }

    int index() {
        return index;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    SerializableString jsonName() {
        return jsonName;
    }

    EnumNames<?> enumNames() {
        return present(enumNames);
    }

    Schema<?> schema() {
        return present(schema);
    }

    /** Every JSON name of the field itself. */
    List<String> names() {
        String json = jsonName.getValue();
        return List.of(protocolName, camel(protocolName), json, camel(json));
    }

    /** Names that count only while the field itself is absent. */
    List<String> deprecatedNames() {
        List<String> names = new ArrayList<>();
        for (String name : wire.deprecatedNames()) {
            names.add(name);
            names.add(camel(name));
        }
        return names;
    }

    int[] deprecatedNumbers() {
        return wire.deprecatedNumbers();
    }

    /** The value that a message without this field has; null for a component that must be there. */
    @Nullable
    Object absent() {
        return absent;
    }

    /** Whether a message cannot be made without this field. */
    boolean required() {
        return !nullable && absent == null;
    }

    /** The value to write, or null when there is nothing to write. */
    @Nullable
    Object toWrite(Message message) {
        Object value = value(message);
        return value == null || (value.equals(absent) && !wire.always()) ? null : value;
    }

    private @Nullable Object value(Message message) {
        try {
            return (Object) getter.invokeExact((Object) message);
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot read " + protocolName, impossible);
        }
    }

    private static @Nullable Object absent(Kind kind) {
        return switch (kind) {
            case TEXT -> "";
            case UINT32 -> 0L;
            case INT32 -> 0;
            case DOUBLE -> 0.0;
            case BOOL -> false;
            case OPEN_ENUM -> EnumValue.absent();
            case TEXTS, MESSAGES -> List.of();
            case CLOSED_ENUM, MESSAGE -> null;
        };
    }

    private static MethodHandle getter(RecordComponent component) {
        try {
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException invisible) {
            throw new IllegalStateException("not readable: " + component, invisible);
        }
    }

    private static Class<?> element(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return (Class<?>) argument;
        }
        return component.getType();
    }

    private static Kind kind(Class<?> type, Class<?> element) {
        if (type == List.class) {
            return element == String.class ? Kind.TEXTS : Kind.MESSAGES;
        }
        if (type == EnumValue.class) {
            return Kind.OPEN_ENUM;
        }
        if (type.isEnum()) {
            return Kind.CLOSED_ENUM;
        }
        if (Message.class.isAssignableFrom(type)) {
            return Kind.MESSAGE;
        }
        return scalar(MethodType.methodType(type).wrap().returnType());
    }

    private static Kind scalar(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == Long.class) {
            return Kind.UINT32;
        }
        if (type == Integer.class) {
            return Kind.INT32;
        }
        return type == Double.class ? Kind.DOUBLE : Kind.BOOL;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static EnumNames<?> enumNames(Class<?> element) {
        return new EnumNames(element);
    }

    private static <V> V present(@Nullable V value) {
        if (value == null) {
            throw new IllegalStateException("the field is of another kind");
        }
        return value;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String camel(String snake) {
        StringBuilder result = new StringBuilder(snake.length());
        boolean upper = false;
        for (char c : snake.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                result.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return result.toString();
    }
}
