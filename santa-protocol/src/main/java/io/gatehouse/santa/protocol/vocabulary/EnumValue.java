package io.gatehouse.santa.protocol.vocabulary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enumeration as a client sent it. A name or number that this version does not know is kept as text, so that a newer client never
 * loses a batch and what it said can be stored.
 *
 * @param known the constant, or null when the value is absent or not known
 * @param raw the text or number as sent, at most {@value #MAXIMUM_RAW_LENGTH} characters; empty when absent
 */
public record EnumValue<E extends Enum<E> & ProtocolEnum>(
        @Nullable E known, String raw) {

    /** Longest raw text that is kept, in characters. */
    public static final int MAXIMUM_RAW_LENGTH = 64;

    public EnumValue {
        raw = raw.length() <= MAXIMUM_RAW_LENGTH ? raw : raw.substring(0, MAXIMUM_RAW_LENGTH);
    }

    /** The value of a known constant. */
    public static <E extends Enum<E> & ProtocolEnum> EnumValue<E> of(E constant) {
        return new EnumValue<>(constant, constant.wireName());
    }

    /** The value of a field that was not sent. */
    public static <E extends Enum<E> & ProtocolEnum> EnumValue<E> absent() {
        return new EnumValue<>(null, "");
    }

    /** Whether the field was not sent at all. */
    public boolean isAbsent() {
        return known == null && raw.isEmpty();
    }

    /** The constant, when the value is one that this version knows. */
    public Optional<E> constant() {
        return Optional.ofNullable(known);
    }

    /** The constant's name, or the text as sent, or an empty text when absent: the form to store and to show. */
    public String text() {
        return known == null ? raw : known.name();
    }
}
