package io.gatehouse.verifier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.verifier.encoding.MalformedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmaScriptDoes(String bits, String digits) throws Exception {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(Numbers.ecmaScript(value)).isEqualTo(digits);
        assertThat(read(digits).canonical()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "1.0", "1e2", "1E+23", "1e23", "0.1e1", "100000000000000000000000", "1.10", "-0.0"})
    void knowsNumbersThatAreWrittenOtherwise(String digits) throws Exception {
        assertThat(read(digits).canonical()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\":[true,null,\"\u20ac\\n\\u0001\\\"\"]}",
                "{\"\":{},\"1\":\"\\u000f\",\"\u00f6\":1,\"\ud83d\ude00\":2,\"\ufb33\":3}"
            })
    void knowsCanonicalJson(String json) throws Exception {
        assertThat(read(json).canonical()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":1}",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u000F\"",
                "\"\\u000a\"",
                "[{\"\ufb33\":3,\"\ud83d\ude00\":2}]",
                "\"\\ud83d\\ude00\""
            })
    void knowsJsonThatIsWrittenOtherwise(String json) throws Exception {
        assertThat(read(json).canonical()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "[1, 2]",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "--1",
                "1e",
                "tru",
                "nul",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\t\"",
                "\"\\ud800\"",
                "\"\\udc00x\"",
                "[",
                "{",
                "]",
                "1]",
                "NaN",
                "Infinity",
                "'a'",
                "\ufeff1",
                "[1}",
                "{\"a\":1]"
            })
    void refusesWhatIsNoJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (byte[] bytes : new byte[][] {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc0, (byte) 0x80, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}
        }) {
            assertThatThrownBy(() -> JsonReader.read(bytes)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void remembersWhereValuesStand() throws Exception {
        String json = "{\"x\":[1,{\"entry\":\"\u00e9\"}],\"y\":2}";
        JsonValue inner = Fields.of(read(json)).items("x").get(1);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, inner.start(), inner.end() - inner.start(), StandardCharsets.UTF_8))
                .isEqualTo("{\"entry\":\"\u00e9\"}");
    }

    private static JsonValue read(String json) throws MalformedException {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
