package io.gatehouse.santa.protocol.wire;

import io.gatehouse.santa.protocol.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** JSON as santa.sync.v1 clients of every age write it. */
final class JsonCodec {

    /** Longest number and longest field name that are looked at. */
    private static final int MAXIMUM_NUMBER_LENGTH = 100;

    private static final int MAXIMUM_NAME_LENGTH = 1000;

    /** Guards against inclusion as a script; either may precede a body in both directions. */
    private static final byte[][] PREFIXES = {
        ")]}'\n".getBytes(StandardCharsets.US_ASCII), "])}".getBytes(StandardCharsets.US_ASCII)
    };

    private final WireLimits limits;
    private final JsonFactory factory;

    JsonCodec(WireLimits limits) {
        this.limits = limits;
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textLength())
                        .maxNumberLength(MAXIMUM_NUMBER_LENGTH)
                        .maxNameLength(MAXIMUM_NAME_LENGTH)
                        .build())
                .build();
    }

    <T extends Message> T read(Schema<T> schema, byte[] body) throws WireException {
        int start = prefixLength(body);
        if (isBlank(body, start)) {
            return made(schema, schema.create(schema.values()));
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body, start, body.length - start)) {
            return read(schema, parser);
        } catch (StreamConstraintsException tooMuch) {
            throw WireException.tooLarge("%s: at most %d characters in a text, %d in a name, %d in a number, %d levels"
                    .formatted(
                            schema.name(),
                            limits.textLength(),
                            MAXIMUM_NAME_LENGTH,
                            MAXIMUM_NUMBER_LENGTH,
                            limits.depth()));
        } catch (JacksonException unreadable) {
            throw WireException.malformed(schema.name() + ": not JSON in UTF-8");
        }
    }

    /** @param guarded whether the text begins with a guard against inclusion */
    byte[] write(Message message, boolean guarded) {
        return new JsonWriter(factory, guarded ? PREFIXES[0] : new byte[0]).write(message);
    }

    private <T extends Message> T read(Schema<T> schema, JsonParser parser) throws WireException {
        try {
            parser.nextToken();
            T message = made(schema, new JsonReader(parser, limits).root(schema));
            if (parser.nextToken() != null) {
                throw WireException.malformed(schema.name() + ": must be one JSON object and nothing after it");
            }
            return message;
        } catch (StreamConstraintsException tooMuch) {
            throw tooMuch;
        } catch (JacksonException broken) {
            throw WireException.malformed("%s: not JSON at byte %d, within %s"
                    .formatted(
                            schema.name(),
                            parser.currentLocation().getByteOffset(),
                            Text.printable(
                                    parser.streamReadContext().pathAsPointer().toString())));
        }
    }

    private static <T extends Message> T made(Schema<T> schema, @Nullable T message) throws WireException {
        if (message == null) {
            throw WireException.malformed(schema.name() + ": a required field is missing");
        }
        return message;
    }

    private static int prefixLength(byte[] body) {
        for (byte[] prefix : PREFIXES) {
            if (body.length >= prefix.length && Arrays.equals(body, 0, prefix.length, prefix, 0, prefix.length)) {
                return prefix.length;
            }
        }
        return 0;
    }

    private static boolean isBlank(byte[] body, int start) {
        for (int i = start; i < body.length; i++) {
            if (body[i] != ' ' && body[i] != '\n' && body[i] != '\r' && body[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
