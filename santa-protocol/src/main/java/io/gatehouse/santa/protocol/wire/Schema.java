package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one message type, found by name, by number and in order. */
final class Schema<T extends Message> {

    /** A name or number of a field; a deprecated one gives way to the field's own. */
    record Binding(Field field, boolean deprecated) {}

    private static final ClassValue<Schema<?>> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return new Schema<>(type.asSubclass(Message.class));
        }
    };

    private final Class<T> type;
    private final List<Field> fields;
    private final Map<String, Binding> byName = new HashMap<>();
    private final Map<Integer, Binding> byNumber = new HashMap<>();
    private final @Nullable Object[] absent;
    private final MethodHandle constructor;

    private Schema(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        List<Field> found = new ArrayList<>();
        for (RecordComponent component : components) {
            Field field = new Field(found.size(), component);
            found.add(field);
            bind(field);
        }
        fields = List.copyOf(found);
        absent = fields.stream().map(Field::absent).toArray();
        constructor = constructor(type, components);
    }

    @SuppressWarnings("unchecked")
    static <T extends Message> Schema<T> of(Class<T> type) {
        return (Schema<T>) SCHEMAS.get(type);
    }

    String name() {
        return type.getSimpleName();
    }

    List<Field> fields() {
        return fields;
    }

    @Nullable
    Binding byName(String fieldName) {
        return byName.get(fieldName);
    }

    @Nullable
    Binding byNumber(int number) {
        return byNumber.get(number);
    }

    /** Room for the values of a message, all absent. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[fields.size()];
    }

    /** The message with these values, or null when one that it cannot be without is missing. */
    @Nullable
    T create(@Nullable Object[] values) {
        for (Field field : fields) {
            int index = field.index();
            if (values[index] == null) {
                if (field.required()) {
                    return null;
                }
                values[index] = absent[index];
            }
        }
        try {
            Object message = (Object) constructor.invokeExact(values);
            return type.cast(message);
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot make a " + name(), impossible);
        }
    }

    private void bind(Field field) {
        byNumber.put(field.number(), new Binding(field, false));
        field.names().forEach(each -> byName.put(each, new Binding(field, false)));
        field.deprecatedNames().forEach(each -> byName.putIfAbsent(each, new Binding(field, true)));
        for (int number : field.deprecatedNumbers()) {
            byNumber.put(number, new Binding(field, true));
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException invisible) {
            throw new IllegalStateException("no canonical constructor: " + type, invisible);
        }
    }
}
