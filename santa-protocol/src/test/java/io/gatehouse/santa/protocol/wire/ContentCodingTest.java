package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.santa.protocol.wire.WireException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentCodingTest {

    private static final byte[] BODY = "{\"serial_num\":\"C02XL0GHJGH5\",\"hostname\":\"mac-17\"}"
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "zlib", "gzip", "x-gzip", "DEFLATE", " gzip "})
    void readsZlibGzipAndRawDeflateUnderAnyOfTheirLabels(String label) throws Exception {
        assertThat(decode(zlib(BODY), label)).isEqualTo(BODY);
        assertThat(decode(rawDeflate(BODY), label)).isEqualTo(BODY);
        assertThat(decode(gzip(BODY), label)).isEqualTo(BODY);
        assertThat(decode(new byte[0], label)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "none", "None"})
    void leavesOtherBodiesAlone(@Nullable String label) throws Exception {
        assertThat(decode(BODY, label)).isEqualTo(BODY);
    }

    @Test
    void readsBytesMadeByAnotherImplementation() throws Exception {
        byte[] zlib = HexFormat.of().parseHex("789cabae0500017500f9");
        byte[] raw = HexFormat.of().parseHex("abae0500");
        assertThat(decode(zlib, "deflate")).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(decode(raw, "deflate")).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, deflate", "compress", "*"})
    void refusesOtherLabels(String label) {
        assertThat(refused(BODY, label, WireLimits.DEFAULT).reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11, 30})
    void refusesTruncatedBodies(int kept) throws Exception {
        for (byte[] whole : new byte[][] {zlib(BODY), gzip(BODY), rawDeflate(BODY)}) {
            assertThat(refused(Arrays.copyOf(whole, kept), "deflate", WireLimits.DEFAULT)
                            .reason())
                    .isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void refusesDamagedBodies() throws Exception {
        byte[] damaged = zlib(BODY);
        damaged[damaged.length - 1] ^= 1;
        assertThat(refused(damaged, "zlib", WireLimits.DEFAULT).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused(BODY, "gzip", WireLimits.DEFAULT).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void boundsTheBodyAsSent() {
        byte[] large = new byte[WireLimits.DEFAULT.encodedBytes() + 1];
        assertThat(refused(large, null, WireLimits.DEFAULT)).hasMessageContaining("8388608");
        assertThat(refused(large, "gzip", WireLimits.DEFAULT).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void readsNoMoreOfTheConnectionThanItMay() throws Exception {
        EndlessStream endless = new EndlessStream();
        WireException refusal = catchThrowableOfType(
                WireException.class, () -> ContentCoding.decode(endless, null, WireLimits.DEFAULT));
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(endless.read).isLessThanOrEqualTo(WireLimits.DEFAULT.encodedBytes() + 1L);
    }

    @Test
    void stopsAtABombByRatio() throws Exception {
        byte[] bomb = gzip(new byte[8 << 20]);
        assertThat(refused(bomb, "gzip", WireLimits.DEFAULT)).hasMessageContaining("200-fold");
    }

    @Test
    void stopsAtABombBySize() throws Exception {
        WireLimits limits = new WireLimits(8 << 20, 16 << 20, Integer.MAX_VALUE, 16, 1000, 1000, 1000);
        byte[] bomb = zlib(new byte[(16 << 20) + 1]);
        assertThat(refused(bomb, "deflate", limits)).hasMessageContaining("16777216 bytes when inflated");
        assertThat(ContentCoding.decode(new ByteArrayInputStream(zlib(new byte[16 << 20])), "deflate", limits))
                .hasSize(16 << 20);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    -                          | IDENTITY
                    ''                         | IDENTITY
                    gzip, deflate, br          | GZIP
                    deflate                    | DEFLATE
                    gzip;q=0, deflate          | DEFLATE
                    gzip;q=0.5, deflate;q=0.8  | DEFLATE
                    *                          | GZIP
                    *;q=0                      | IDENTITY
                    gzip;q=0, *                | DEFLATE
                    br                         | IDENTITY
                    GZIP ; q=1.0               | GZIP
                    gzip;q=x                   | IDENTITY
                    identity                   | IDENTITY
                    """)
    void negotiatesTheAnswersCoding(@Nullable String header, ContentCoding expected) {
        assertThat(ContentCoding.negotiate(header)).isEqualTo(expected);
    }

    @Test
    void writesWhatOthersRead() throws IOException {
        assertThat(ContentCoding.IDENTITY.encode(BODY)).isSameAs(BODY);
        assertThat(ContentCoding.IDENTITY.header()).isEmpty();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(ContentCoding.GZIP.encode(BODY)))) {
            assertThat(in.readAllBytes()).isEqualTo(BODY);
        }
        byte[] deflated = ContentCoding.DEFLATE.encode(BODY);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            assertThat(in.readAllBytes()).isEqualTo(BODY);
        }
        assertThat(deflated).hasSizeLessThan(BODY.length);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    -                               | JSON
                    application/json                | JSON
                    application/json; charset=utf-8 | JSON
                    APPLICATION/JSON                | JSON
                    application/octet-stream        | JSON
                    application/x-protobuf          | PROTOBUF
                    application/protobuf            | PROTOBUF
                    """)
    void choosesTheFormByContentType(@Nullable String header, WireFormat expected) throws WireException {
        assertThat(WireFormat.of(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "multipart/form-data", "application/xml"})
    void refusesOtherContentTypes(String header) {
        assertThat(catchThrowableOfType(WireException.class, () -> WireFormat.of(header))
                        .reason())
                .isEqualTo(Reason.UNSUPPORTED);
    }

    private static byte[] decode(byte[] body, @Nullable String label) throws Exception {
        return ContentCoding.decode(new ByteArrayInputStream(body), label, WireLimits.DEFAULT);
    }

    private static WireException refused(byte[] body, @Nullable String label, WireLimits limits) {
        return catchThrowableOfType(
                WireException.class, () -> ContentCoding.decode(new ByteArrayInputStream(body), label, limits));
    }

    private static byte[] zlib(byte[] body) throws IOException {
        return deflate(body, new Deflater());
    }

    private static byte[] rawDeflate(byte[] body) throws IOException {
        return deflate(body, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
    }

    private static byte[] deflate(byte[] body, Deflater deflater) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class EndlessStream extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            read += length;
            return length;
        }
    }
}
