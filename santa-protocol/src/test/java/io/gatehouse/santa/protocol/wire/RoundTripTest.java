package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random messages of every type survive both codecs: 200 per type and format. */
final class RoundTripTest {

    private static final long SEED = 20260801;
    private static final int MESSAGES = 200;

    private final SantaCodec codec = new SantaCodec(WireLimits.DEFAULT);
    private final Random random = new Random(SEED);

    static List<Class<?>> types() {
        return List.of(Message.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatItWrites(Class<? extends Message> type) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            Message message = message(type);
            for (WireFormat format : WireFormat.values()) {
                byte[] bytes = codec.write(message, format);
                assertThat(codec.<Message>read(cast(type), format, bytes))
                        .as("seed %d, message %d, %s", SEED, i, format)
                        .isEqualTo(message);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<Message> cast(Class<? extends Message> type) {
        return (Class<Message>) type;
    }

    private Message message(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), nullable(components[i]));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return (Message) constructor.newInstance(values);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().getAnnotations().length > 0;
    }

    private Object value(Type type, boolean nullable) throws ReflectiveOperationException {
        if (nullable && random.nextInt(4) == 0) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == List.class ? list(argument) : open((Class<?>) argument);
        }
        return scalar((Class<?>) type);
    }

    private List<Object> list(Type element) throws ReflectiveOperationException {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(element, false));
        }
        return list;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private EnumValue<?> open(Class<?> type) {
        return switch (random.nextInt(4)) {
            case 0 -> EnumValue.absent();
            case 1 -> new EnumValue(null, Integer.toString(100 + random.nextInt(1000)));
            default -> EnumValue.of((Enum & ProtocolEnum) anyOf(type));
        };
    }

    private Object scalar(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class) {
            return text();
        }
        if (type == long.class || type == Long.class) {
            return random.nextInt(3) == 0 ? 0L : random.nextLong(1L << 32);
        }
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == double.class) {
            return random.nextDouble() * 2e9;
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        return type.isEnum() ? anyOf(type) : message(type);
    }

    private Object anyOf(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private String text() {
        String[] texts = {"", "a", "käse/☃/😀", "\"quoted\"\\\n\t", "x".repeat(300), "null"};
        return texts[random.nextInt(texts.length)];
    }
}
