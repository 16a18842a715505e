package io.gatehouse.santa.protocol.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleIdentifierTest {

    private static final String SHA256 = "B7C1E3FD640C5F211C89B02C2C6122F78CE322AA5C56EB0BB54BC422A8F8B670";
    private static final String CDHASH = "DBE8C39801F93E05FC7BC53A02AF5B4D3CFC670A";

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "CERTIFICATE"})
    void lowersSha256(RuleType type) throws InvalidIdentifierException {
        assertThat(RuleIdentifier.normalize(type, "  " + SHA256 + "\n"))
                .isEqualTo("b7c1e3fd640c5f211c89b02c2c6122f78ce322aa5c56eb0bb54bc422a8f8b670");
    }

    @Test
    void lowersCdhash() throws InvalidIdentifierException {
        assertThat(RuleIdentifier.normalize(RuleType.CDHASH, CDHASH))
                .isEqualTo("dbe8c39801f93e05fc7bc53a02af5b4d3cfc670a");
    }

    @Test
    void uppersTeams() throws InvalidIdentifierException {
        assertThat(RuleIdentifier.normalize(RuleType.TEAMID, "eqhxz8m8av")).isEqualTo("EQHXZ8M8AV");
    }

    @ParameterizedTest
    @CsvSource({
        "eqhxz8m8av:com.google.Chrome, EQHXZ8M8AV:com.google.Chrome",
        "EQHXZ8M8AV:a:b:C, EQHXZ8M8AV:a:b:C",
        "PLATFORM:com.apple.Curl, platform:com.apple.Curl",
        "platform:Käse App, platform:Käse App",
    })
    void normalizesSigningIdentifiers(String given, String expected) throws InvalidIdentifierException {
        assertThat(RuleIdentifier.normalize(RuleType.SIGNINGID, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EQHXZ8M8AV",
                "EQHXZ8M8AV:",
                "EQHXZ8M8AV: ",
                ":com.acme",
                "SHORT:com.acme",
                "EQHXZ8M8AVX:com.acme",
                "EQHXZ8M8-V:com.acme",
                "ÄQHXZ8M8AV:com.acme",
                "platform :com.acme",
                "platform:a\u0000b",
                "platform:a\u202Eb",
                "platform:a\nb"
            })
    void refusesOtherSigningIdentifiers(String given) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> RuleIdentifier.normalize(RuleType.SIGNINGID, given))
                .withMessageContaining("SIGNINGID")
                .withMessageContaining("platform:com.apple.curl");
    }

    @Test
    void refusesAnEndlessSigningIdentifier() {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> RuleIdentifier.normalize(RuleType.SIGNINGID, "platform:" + "a".repeat(600)))
                .withMessageContaining("at most 512 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EQHXZ8M8A", "EQHXZ8M8AVX", "EQHXZ8M8A:", "ÄQHXZ8M8AV", "EQHX Z8M8A"})
    void refusesOtherTeams(String given) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> RuleIdentifier.normalize(RuleType.TEAMID, given))
                .withMessageContaining("10 letters or digits");
    }

    @Test
    void saysWhatAHashOfTheWrongLengthLooksLike() {
        refuses(
                RuleType.BINARY,
                CDHASH,
                "64 hexadecimal digits, the SHA-256 of the file; 40 digits look like a CDHASH");
        refuses(
                RuleType.CDHASH,
                SHA256,
                "40 hexadecimal digits, the code directory hash; 64 digits look like a SHA-256");
        refuses(RuleType.CERTIFICATE, "abc", "64 hexadecimal digits, the SHA-256 of the leaf certificate; this has 3");
        refuses(RuleType.BINARY, SHA256.replace('F', 'G'), "A BINARY identifier must be 64 hexadecimal digits");
        refuses(RuleType.BINARY, "", "A BINARY identifier must be 64 hexadecimal digits");
    }

    @ParameterizedTest
    @EnumSource(RuleType.class)
    void aCompilerIsNamedByFileOrSigningIdentifierOnly(RuleType type) {
        boolean allowed = type == RuleType.BINARY || type == RuleType.CDHASH || type == RuleType.SIGNINGID;
        assertThat(Policy.ALLOWLIST_COMPILER.appliesTo(type)).isEqualTo(allowed);
        assertThat(Policy.ALLOWLIST.appliesTo(type)).isTrue();
    }

    private static void refuses(RuleType type, String given, String message) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> RuleIdentifier.normalize(type, given))
                .withMessageContaining(message);
    }
}
