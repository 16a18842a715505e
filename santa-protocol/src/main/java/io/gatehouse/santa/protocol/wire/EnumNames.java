package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and numbers of one enumeration. */
final class EnumNames<E extends Enum<E> & ProtocolEnum> {

    private final Map<String, EnumValue<E>> byName = new HashMap<>();
    private final Map<Integer, EnumValue<E>> byNumber = new HashMap<>();

    EnumNames(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            EnumValue<E> value = EnumValue.of(constant);
            byNumber.put(constant.number(), value);
            byName.put(constant.wireName().toLowerCase(Locale.ROOT), value);
            byName.put(constant.name().toLowerCase(Locale.ROOT), value);
            constant.aliases().forEach(alias -> byName.put(alias.toLowerCase(Locale.ROOT), value));
        }
    }

    /** The value of a number; 0 is absent by the protocol. */
    EnumValue<E> ofNumber(int number) {
        if (number == 0) {
            return EnumValue.absent();
        }
        EnumValue<E> value = byNumber.get(number);
        return value != null ? value : new EnumValue<>(null, Integer.toString(number));
    }

    /** The value of a name in any letter case, or of a number in a text. */
    EnumValue<E> ofText(String text) {
        EnumValue<E> value = byName.get(text.toLowerCase(Locale.ROOT));
        if (value != null) {
            return value;
        }
        Integer number = numberIn(text);
        return number != null ? ofNumber(number) : new EnumValue<>(null, text);
    }

    /** The number that stands for a value on the wire; 0 when it has none. */
    static int number(EnumValue<?> value) {
        if (value.known() instanceof ProtocolEnum constant) {
            return constant.number();
        }
        Integer number = numberIn(value.raw());
        return number == null ? 0 : number;
    }

    static @Nullable Integer numberIn(String text) {
        if (text.isEmpty() || text.length() > 11) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
