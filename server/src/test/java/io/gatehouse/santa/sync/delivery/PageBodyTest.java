package io.gatehouse.santa.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireFormat;
import io.gatehouse.santa.protocol.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageBodyTest {

    private static final SantaCodec PLAIN = new SantaCodec(WireLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "JSON, false, true, 2000, next-page",
        "JSON, false, false, 3, next-page",
        "JSON, false, true, 1, ''",
        "JSON, false, false, 0, ''",
        "JSON, false, false, 0, next-page",
        "JSON, true, true, 2000, next-page",
        "JSON, true, false, 0, next-page",
        "PROTOBUF, false, true, 2000, next-page",
        "PROTOBUF, true, false, 3, next-page",
        "PROTOBUF, false, true, 0, ''"
    })
    void whatIsSentIsTheWholeMessage(WireFormat format, boolean guarded, boolean compressed, int count, String cursor)
            throws Exception {
        SantaCodec codec = guarded ? PLAIN.withInclusionGuard() : PLAIN;
        List<Rule> rules = IntStream.range(0, count)
                .mapToObj(i -> Rule.of(RuleType.BINARY, "%064x".formatted(i * 7919L), Policy.BLOCKLIST))
                .toList();
        PageBody body = PageBody.of(codec.write(new RuleDownloadResponse(rules, ""), format), format, compressed);

        byte[] sent = body.with(cursor, format);

        byte[] plain = compressed ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes() : sent;
        assertThat(new String(plain, StandardCharsets.UTF_8).startsWith(")]}'"))
                .isEqualTo(guarded && format == WireFormat.JSON);
        assertThat(PLAIN.read(RuleDownloadResponse.class, format, plain))
                .isEqualTo(new RuleDownloadResponse(rules, cursor));
    }
}
