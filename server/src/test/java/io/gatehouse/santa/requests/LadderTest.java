package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.software.SignedFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which identifiers are proposed for a file, by how it is signed. */
final class LadderTest {

    private static final String SHA = "ab".repeat(32);
    private static final String CDHASH = "cd".repeat(20);
    private static final String CERTIFICATE = "ef".repeat(32);
    private static final long RUNTIME = 0x10000L;

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION, CDHASH BINARY SIGNINGID CERTIFICATE TEAMID, SIGNINGID",
        "DEVELOPMENT, CDHASH BINARY CERTIFICATE, BINARY",
        "ADHOC, CDHASH BINARY, BINARY",
        "INVALID, BINARY, BINARY",
        "UNSIGNED, BINARY, BINARY",
        "'', CDHASH BINARY SIGNINGID CERTIFICATE TEAMID, SIGNINGID"
    })
    void theSigningStatusGatesWhatAMacLooksFor(String status, String types, String recommended) {
        List<Ladder.Rung> rungs = Ladder.of(file(status, RUNTIME));
        assertThat(rungs).extracting(rung -> rung.key().type().name()).containsExactly(types.split(" "));
        assertThat(rungs)
                .filteredOn(Ladder.Rung::recommended)
                .extracting(rung -> rung.key().type().name())
                .containsExactly(recommended);
        assertThat(rungs).filteredOn(Ladder.Rung::narrowest).containsExactly(rungs.getFirst());
    }

    @Test
    void aCodeDirectoryHashCountsOnlyWhereTheSystemEnforcesIt() {
        assertThat(Ladder.of(file("PRODUCTION", 0x1L)))
                .extracting(rung -> rung.key().type())
                .doesNotContain(RuleType.CDHASH)
                .first()
                .isEqualTo(RuleType.BINARY);
    }

    @Test
    void whatNoRuleCouldNameIsNotProposed() {
        SignedFile odd =
                new SignedFile(SHA, "Tool", "short", "no colon", "TOOLONGATEAM", "", "", "PRODUCTION", RUNTIME, false);
        assertThat(Ladder.of(odd)).extracting(rung -> rung.key().type()).containsExactly(RuleType.BINARY);
    }

    @Test
    void aFileOfWhichOnlyTheHashIsKnownCanBeAllowedByIt() {
        assertThat(Ladder.of(SignedFile.unknown(SHA))).singleElement().satisfies(rung -> {
            assertThat(rung.key().type()).isEqualTo(RuleType.BINARY);
            assertThat(rung.recommended()).isTrue();
            assertThat(rung.stable()).isFalse();
        });
    }

    @Test
    void anOlderClientsPlatformBinaryIsProductionSigned() {
        SignedFile curl = new SignedFile(SHA, "curl", "", "platform:com.apple.curl", "", CERTIFICATE, "", "", 0, false);
        assertThat(Ladder.of(curl))
                .extracting(rung -> rung.key().type())
                .containsExactly(RuleType.BINARY, RuleType.SIGNINGID, RuleType.CERTIFICATE);
    }

    private static SignedFile file(String status, long flags) {
        return new SignedFile(
                SHA,
                "Tool",
                CDHASH,
                "ABCDEFGHIJ:com.example.tool",
                "ABCDEFGHIJ",
                CERTIFICATE,
                "Example",
                status,
                flags,
                false);
    }
}
