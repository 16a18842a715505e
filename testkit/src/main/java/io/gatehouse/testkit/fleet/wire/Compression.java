package io.gatehouse.testkit.fleet.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** How a client packs its requests: what Santa calls deflate is zlib-framed, and old clients label the same bytes zlib. */
public enum Compression {
    /** The default of every release. */
    DEFLATE("deflate"),
    /** The older label of the same bytes. */
    ZLIB("zlib"),
    /** Chosen by configuration. */
    GZIP("gzip"),
    /** Nothing is packed and no header is sent. */
    NONE(null);

    private final @Nullable String label;

    Compression(@Nullable String label) {
        this.label = label;
    }

    /** The Content-Encoding to send, or null for none. */
    public @Nullable String label() {
        return label;
    }

    /** Packs a request's bytes. */
    public byte[] pack(byte[] body) {
        if (this == NONE) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 32);
        try (OutputStream packing = this == GZIP ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            packing.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Unpacks an answer as the URL loading system does, by the answer's own header. */
    public static byte[] unpack(@Nullable String contentEncoding, byte[] body) throws WireException {
        try {
            return switch (contentEncoding == null ? "" : contentEncoding.toLowerCase(Locale.ROOT)) {
                case "", "identity" -> body;
                case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                case "deflate" -> inflate(body);
                default -> throw new WireException("unknown Content-Encoding " + contentEncoding);
            };
        } catch (IOException e) {
            throw new WireException("answer cannot be unpacked as " + contentEncoding, e);
        }
    }

    private static byte[] inflate(byte[] body) throws IOException {
        boolean framed = body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!framed);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }
}
