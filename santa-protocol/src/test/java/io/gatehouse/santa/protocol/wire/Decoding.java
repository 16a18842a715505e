package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.PostflightRequest;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RuleDownloadRequest;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold for any bytes: a decoder takes them or refuses them by a WireException, and what it took it can write and read again. */
final class Decoding {

    /** Small enough that a fuzzer reaches them. */
    static final WireLimits LIMITS = new WireLimits(4096, 65_536, 50, 8, 512, 32, 256);

    private static final Pattern LOGGABLE = Pattern.compile("[\\x20-\\x7E…]{1,400}");
    private static final SantaCodec CODEC = new SantaCodec(LIMITS);
    private static final List<Class<? extends Message>> TYPES = List.of(
            PreflightRequest.class,
            EventUploadRequest.class,
            RuleDownloadRequest.class,
            PostflightRequest.class,
            PreflightResponse.class,
            RuleDownloadResponse.class);

    private Decoding() {}

    /** Whether any of the message types could be read from the bytes. */
    static boolean holds(WireFormat format, byte[] bytes) {
        boolean taken = false;
        for (Class<? extends Message> type : TYPES) {
            taken |= holds(type, format, bytes);
        }
        return taken;
    }

    /** Whether the body was taken. */
    static boolean holdsForBody(byte[] body) throws IOException {
        boolean taken = false;
        for (String label : new String[] {"deflate", "gzip", "none"}) {
            try {
                byte[] decoded = ContentCoding.decode(new ByteArrayInputStream(body), label, LIMITS);
                if (decoded.length > LIMITS.decodedBytes()) {
                    throw new AssertionError("inflated beyond the limit: " + decoded.length);
                }
                taken = true;
            } catch (WireException refused) {
                requireMessage(refused);
            }
        }
        return taken;
    }

    private static <T extends Message> boolean holds(Class<T> type, WireFormat format, byte[] bytes) {
        T message;
        try {
            message = CODEC.read(type, format, bytes);
        } catch (WireException refused) {
            requireMessage(refused);
            return false;
        }
        T again;
        try {
            again = CODEC.read(type, format, CODEC.write(message, format));
        } catch (WireException refused) {
            throw new AssertionError("cannot read what was written of " + message, refused);
        }
        if (!again.equals(message)) {
            throw new AssertionError(message + " became " + again);
        }
        return true;
    }

    private static void requireMessage(WireException refused) {
        if (!LOGGABLE.matcher(refused.getMessage()).matches()) {
            throw new AssertionError("message is not fit for a log", refused);
        }
    }
}
