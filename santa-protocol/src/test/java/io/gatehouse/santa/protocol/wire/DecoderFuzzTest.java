package io.gatehouse.santa.protocol.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Jazzer's entry points. In an ordinary test run each goes through its kept inputs; with JAZZER_FUZZ=1 and one method chosen it searches for new ones.
 */
final class DecoderFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void json(byte[] bytes) {
        Decoding.holds(WireFormat.JSON, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void protobuf(byte[] bytes) {
        Decoding.holds(WireFormat.PROTOBUF, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void body(byte[] bytes) throws IOException {
        Decoding.holdsForBody(bytes);
    }
}
