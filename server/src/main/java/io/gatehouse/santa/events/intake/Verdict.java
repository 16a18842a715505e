package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import org.jspecify.annotations.Nullable;

/**
 * What a Mac decided.
 *
 * @param number the protocol's, 0 when this version does not know it
 * @param text what was said instead of a known decision
 */
record Verdict(short number, @Nullable String text) {

    static <E extends Enum<E> & ProtocolEnum> Verdict of(EnumValue<E> value) {
        E known = value.known();
        return known == null
                ? new Verdict((short) 0, CleanText.of(value.raw(), CleanText.NAME))
                : new Verdict((short) known.number(), null);
    }

    Digest addTo(Digest digest) {
        return digest.add(number).add(text == null ? "" : text);
    }
}
