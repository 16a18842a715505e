package io.gatehouse.santa.protocol.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The compressions of bodies. Clients send deflate (zlib-framed, by old clients labelled zlib), gzip or none; raw deflate is read too. Among these
 * the bytes decide and not the label, because clients have mislabelled them.
 */
public enum ContentCoding {
    IDENTITY,
    GZIP,
    /** Written with the zlib frame, as RFC 9110 means it. */
    DEFLATE;

    private static final int MAXIMUM_ITEMS = 20;

    /**
     * Reads a request body to its end and undoes its compression.
     *
     * @param header the Content-Encoding header, null when there is none
     * @throws WireException when the coding is unknown, the bytes are broken, or a limit on bytes or ratio is passed
     * @throws IOException when the body cannot be read from the connection
     */
    public static byte[] decode(InputStream body, @Nullable String header, WireLimits limits)
            throws IOException, WireException {
        boolean compressed = isCompressed(header);
        byte[] encoded = body.readNBytes(limits.encodedBytes() + 1);
        if (encoded.length > limits.encodedBytes()) {
            throw WireException.tooLarge("body: at most %d bytes".formatted(limits.encodedBytes()));
        }
        return compressed ? Inflation.inflate(encoded, limits) : encoded;
    }

    /** The compression to answer with: the best that the Accept-Encoding header allows, gzip before deflate. */
    public static ContentCoding negotiate(@Nullable String acceptEncoding) {
        Map<String, Double> qualities = new HashMap<>();
        for (String item : acceptEncoding == null ? new String[0] : acceptEncoding.split(",", MAXIMUM_ITEMS)) {
            String[] parts = item.split(";", 2);
            qualities.put(parts[0].strip().toLowerCase(Locale.ROOT), parts.length == 1 ? 1.0 : quality(parts[1]));
        }
        double any = qualities.getOrDefault("*", 0.0);
        double gzip = qualities.getOrDefault("gzip", any);
        double deflate = qualities.getOrDefault("deflate", any);
        if (gzip > 0 && gzip >= deflate) {
            return GZIP;
        }
        return deflate > 0 ? DEFLATE : IDENTITY;
    }

    /** The value of the Content-Encoding header of an answer in this coding; empty for none. */
    public String header() {
        return switch (this) {
            case IDENTITY -> "";
            case GZIP -> "gzip";
            case DEFLATE -> "deflate";
        };
    }

    /** The body in this coding. */
    public byte[] encode(byte[] body) {
        if (this == IDENTITY) {
            return body;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2 + 64);
        try (OutputStream out = this == GZIP ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static boolean isCompressed(@Nullable String header) throws WireException {
        return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity", "none" -> false;
            case "deflate", "zlib", "gzip", "x-gzip" -> true;
            default ->
                throw new WireException(
                        WireException.Reason.UNSUPPORTED,
                        "Content-Encoding must be one of deflate, gzip, zlib, identity, none");
        };
    }

    private static double quality(String parameter) {
        String text = parameter.strip();
        if (!text.startsWith("q=") && !text.startsWith("Q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(text.substring(2));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
