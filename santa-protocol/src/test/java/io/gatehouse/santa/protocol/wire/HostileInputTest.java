package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import io.gatehouse.santa.protocol.wire.WireException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileInputTest {

    private final SantaCodec codec = new SantaCodec(WireLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"events\":[{]}",
                "{\"events\":[{}",
                "[]",
                "\"text\"",
                "null",
                "{} {}",
                "{}x",
                "{\"hostname\":\"a\" \"b\"}",
                "{\"hostname\":\"\u0001\"}",
                "{\"hostname\":nul}",
                "{\"pid\":0x10}",
                "{\"events\":{}}",
                "{\"events\":\"x\"}",
                "<html>"
            })
    void refusesBrokenJson(String json) {
        WireException refusal = refused(json);
        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal.getMessage()).matches("[\\x20-\\x7E…]{1,400}");
    }

    @Test
    void namesThePlaceWithoutRepeatingTheInput() {
        WireException refusal = refused("{\"events\":[{},{\"file_name\":\"se\ncret\"}]}");
        assertThat(refusal).hasMessageContaining("EventUploadRequest").hasMessageContaining("/events/1/file_name");
        assertThat(refusal.getMessage()).doesNotContain("cret");
        assertThat(refused("{\"a\\u0007\\u001b[31m\":x}").getMessage()).matches("[\\x20-\\x7E…]{1,400}");
    }

    @Test
    void refusesInvalidUtf8InJson() {
        byte[] body = "{\"hostname\":\"_\"}".getBytes(StandardCharsets.UTF_8);
        body[13] = (byte) 0xFF;
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> codec.read(PreflightRequest.class, WireFormat.JSON, body))
                .matches(refusal -> refusal.reason() == Reason.MALFORMED);
    }

    @Test
    void refusesBytesOfAnUnknownOrder() {
        byte[] body = {0, '{', 0, 0, 0, '}', 0, 0};
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> codec.read(PreflightRequest.class, WireFormat.JSON, body))
                .matches(refusal -> refusal.reason() == Reason.MALFORMED);
    }

    @Test
    void boundsNestingTextsNumbersAndNames() {
        int deep = WireLimits.DEFAULT.depth() + 1;
        assertThat(refused("{\"unknown\":" + "[".repeat(deep) + "]".repeat(deep) + "}")
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refused("{\"machine_id\":\"" + "x".repeat(WireLimits.DEFAULT.textLength() + 1) + "\"}")
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refused("{\"pid\":" + "1".repeat(200) + "}").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused("{\"" + "n".repeat(3000) + "\":1}").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void boundsTheElementsOfAList() {
        String tooMany = "{\"events\":[" + "{},".repeat(WireLimits.DEFAULT.listLength()) + "{}]}";
        assertThat(refused(tooMany).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(tooMany)).hasMessageContaining("events").hasMessageContaining("10000");
        String nothings = "{\"events\":[" + "null,".repeat(WireLimits.DEFAULT.listLength()) + "null]}";
        assertThat(refused(nothings).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void boundsTheElementsOfAllListsTogether() {
        String event = "{\"signing_chain\":[" + "{},".repeat(9_999) + "{}]}";
        String body = "{\"events\":[" + (event + ",").repeat(49) + event + "]}";
        assertThat(refused(body).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a", // a tag without a length
                "0a 05 61", // a text cut off
                "0a ff ff ff ff 0f", // a length of minus one
                "0a ff ff ff ff 07", // a length of two gibibytes
                "58", // a number cut off
                "58 ff ff ff ff ff ff ff ff ff ff 01", // a number of eleven bytes
                "00 01", // field zero
                "0c", // a group ends that never began
                "a3 01 a3 01 a3 01", // groups that never end
                "0f", // a wire type that does not exist
            })
    void refusesBrokenProtobuf(String hex) {
        WireException refusal = refusedProtobuf(PreflightRequest.class, bytes(hex));
        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal).hasMessageContaining("PreflightRequest");
    }

    @Test
    void refusesProtobufCutOffWithinAField() {
        byte[] whole = Fixtures.requests().get(1).protobuf();
        byte[] cut = Arrays.copyOf(whole, 100);
        assertThat(refusedProtobuf(EventUploadRequest.class, cut).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void boundsNestedGroupsInProtobuf() {
        byte[] groups = new byte[1000];
        Arrays.fill(groups, (byte) 0x7b);
        assertThat(refusedProtobuf(PreflightRequest.class, groups).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void boundsListsAndTextsInProtobuf() {
        byte[] events = bytes("0a 00".repeat(WireLimits.DEFAULT.listLength() + 1));
        assertThat(refusedProtobuf(EventUploadRequest.class, events).reason()).isEqualTo(Reason.TOO_LARGE);
        byte[] text = new byte[WireLimits.DEFAULT.textLength() + 5];
        Arrays.fill(text, (byte) 'x');
        System.arraycopy(bytes("0a 81 80 40"), 0, text, 0, 4);
        assertThat(refusedProtobuf(PreflightRequest.class, text).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void skipsProtobufFieldsOfAnotherWireType() throws WireException {
        byte[] body = bytes("08 07 12 01 68 9d 01 01 02 03 04 a3 01 08 01 a4 01");
        assertThat(codec.read(PreflightRequest.class, WireFormat.PROTOBUF, body).hostname())
                .isEqualTo("h");
    }

    @Test
    void repairsInvalidUtf8InProtobuf() throws WireException {
        assertThat(codec.read(PreflightRequest.class, WireFormat.PROTOBUF, bytes("12 03 61 ff 00"))
                        .hostname())
                .isEqualTo("a\uFFFD\uFFFD");
    }

    private WireException refused(String json) {
        return catchThrowableOfType(
                WireException.class,
                () -> codec.read(EventUploadRequest.class, WireFormat.JSON, json.getBytes(StandardCharsets.UTF_8)));
    }

    private <T extends Message> WireException refusedProtobuf(Class<T> type, byte[] body) {
        return catchThrowableOfType(WireException.class, () -> codec.read(type, WireFormat.PROTOBUF, body));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
