package io.gatehouse.santa.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.wire.ContentCoding;
import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireFormat;
import org.springframework.stereotype.Component;

/** Writes answers. Macs with the same settings are answered the same, so that most answers are written once. */
@Component
final class Answers {

    private static final int REMEMBERED = 20_000;

    private record Key(Message message, WireFormat format, ContentCoding coding) {}

    private final SantaCodec codec;
    private final Cache<Key, byte[]> written =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Answers(SantaCodec codec) {
        this.codec = codec;
    }

    SantaCodec codec() {
        return codec;
    }

    byte[] bytes(Message message, Call call) {
        return written.get(
                new Key(message, call.format(), call.coding()),
                key -> key.coding().encode(codec.write(key.message(), key.format())));
    }
}
