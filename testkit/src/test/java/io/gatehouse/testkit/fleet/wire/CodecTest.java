package io.gatehouse.testkit.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
    private final JsonCodec json = new JsonCodec(false);
    private final ProtobufCodec protobuf = new ProtobufCodec();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Message preflight() {
        return Message.of("PreflightRequest")
                .text("serial_number", "C02")
                .text("primary_user", "")
                .choice("client_mode", "LOCKDOWN")
                .flag("request_clean_sync", false)
                .number("binary_rule_count", 300)
                .number("sip_status", 0)
                .text("rules_hash", "99aa");
    }

    @Test
    void jsonLeavesDefaultsOut() {
        assertThat(text(json.encode(preflight())))
                .isEqualTo(
                        "{\"serial_num\":\"C02\",\"client_mode\":\"LOCKDOWN\",\"binary_rule_count\":300,\"rulesHash\":\"99aa\"}");
    }

    @Test
    void handBuiltJsonKeepsThem() {
        assertThat(text(new JsonCodec(true).encode(preflight())))
                .contains("\"primary_user\":\"\"", "\"request_clean_sync\":false", "\"sipStatus\":0");
        assertThat(text(new JsonCodec(true)
                        .encode(Message.of("PostflightRequest").choice("sync_type", "CLEAN_ALL"))))
                .isEqualTo("{\"syncType\":\"clean_all\"}");
    }

    @Test
    void jsonWritesTimesWithoutExponentAndEscapesControls() {
        Message event = Message.of("Event").text("file_name", "a\"b\\c\u0001").seconds("execution_time", 1767225600.25);
        assertThat(text(json.encode(event)))
                .isEqualTo("{\"file_name\":\"a\\\"b\\\\c\\u0001\",\"execution_time\":1767225600.25}");
    }

    @Test
    void jsonReadsBothSpellingsNumbersAliasesAndNull() throws WireException {
        Message answer = json.decode(Protocol.message("PreflightResponse"), utf8("""
                        ])}{"client_mode":2,"sync_type":"clean_all","full_sync_interval_seconds":60,"batch_size":"25",
                        "enable_bundles":null,"allowed_path_regex":"","unheard_of":{"x":[1]}}"""));
        assertThat(answer.choice("client_mode")).isEqualTo("LOCKDOWN");
        assertThat(answer.choice("sync_type")).isEqualTo("CLEAN_ALL");
        assertThat(answer.number("full_sync_interval_seconds")).isEqualTo(60);
        assertThat(answer.number("batch_size")).isEqualTo(25);
        assertThat(answer.has("enable_bundles")).isFalse();
        assertThat(answer.has("allowed_path_regex")).isTrue();
    }

    @Test
    void jsonReadsUnknownEnumNamesAsUnsetAndRefusesWrongTypes() throws WireException {
        Schema schema = Protocol.message("PreflightResponse");
        assertThat(json.decode(schema, utf8("{\"sync_type\":\"foo\"}")).has("sync_type"))
                .isFalse();
        assertThat(json.decode(schema, new byte[0])).isEqualTo(new Message(schema));
        for (String wrong :
                List.of("{\"batch_size\":true}", "{\"batch_size\":-1}", "{\"client_mode\":[]}", "[]", "{")) {
            assertThatThrownBy(() -> json.decode(schema, utf8(wrong))).isInstanceOf(WireException.class);
        }
    }

    @Test
    void protobufWritesHandCheckedBytes() {
        assertThat(protobuf.encode(preflight())).isEqualTo(hex("0a03433032 4802 58ac02 b2010439396161"));
        Message event = Message.of("Event").seconds("execution_time", 1.5).number("pid", -1);
        assertThat(protobuf.encode(event)).isEqualTo(hex("29 000000000000f83f 9001 ffffffffffffffffff01"));
    }

    @Test
    void protobufReadsNestedRepeatedAndUnknown() throws WireException {
        Message answer = protobuf.decode(
                Protocol.message("RuleDownloadResponse"), hex("0a0b 0a0241421008 1804 9a0600 12036e6578 f83f01"));
        assertThat(answer.text("cursor")).isEqualTo("nex");
        Message rule = answer.messages("rules").getFirst();
        assertThat(rule.text("identifier")).isEqualTo("AB");
        assertThat(rule.choice("policy")).isEqualTo("SILENT_GUI_BLOCKLIST");
        assertThat(rule.choice("rule_type")).isEqualTo("SIGNINGID");
    }

    @Test
    void protobufKeepsPresenceOfAnEmptyText() throws WireException {
        Message answer = protobuf.decode(Protocol.message("PreflightResponse"), hex("5a00"));
        assertThat(answer.has("allowed_path_regex")).isTrue();
    }

    @Test
    void protobufRefusesTruncatedBytes() {
        for (String broken :
                List.of("0a", "0a05", "0a0561", "48", "29 0000", "0b", "ff ff ff ff ff ff ff ff ff ff ff")) {
            assertThatThrownBy(() -> protobuf.decode(Protocol.message("PreflightRequest"), hex(broken)))
                    .isInstanceOf(WireException.class);
        }
    }

    @Test
    void compressionIsReadByItsHeader() throws WireException {
        byte[] body = utf8("{\"rules\":[]}".repeat(20));
        assertThat(Compression.unpack("gzip", Compression.GZIP.pack(body))).isEqualTo(body);
        assertThat(Compression.unpack("deflate", Compression.DEFLATE.pack(body)))
                .isEqualTo(body);
        assertThat(Compression.unpack(null, Compression.NONE.pack(body))).isEqualTo(body);
        assertThat(Compression.ZLIB.pack(body)).isEqualTo(Compression.DEFLATE.pack(body));
        assertThat(Compression.DEFLATE.pack(body)).startsWith(0x78, 0x9c);
        assertThatThrownBy(() -> Compression.unpack("gzip", body)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Compression.unpack("br", body)).isInstanceOf(WireException.class);
    }
}
