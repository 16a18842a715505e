package io.gatehouse.verifier.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that OpenSSL made, by an authority with an RSA key and by one with an ECDSA key. */
final class AuthoritiesTest {

    private final byte[] text = file("text");

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void trustsATokenByItsAuthoritysRoot(String algorithm) throws Exception {
        Timestamp timestamp = Authorities.parse(file("root.pem")).check(file(algorithm + ".token"), text);
        assertThat(timestamp.authority()).isEqualTo("CN=Test TSA " + algorithm);
        assertThat(timestamp.trusted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void doesNotTrustAnAuthorityThatNobodyBroughtOrThatIsNamedAlike(String algorithm) throws Exception {
        byte[] token = file(algorithm + ".token");
        assertThat(Authorities.none().check(token, text).trusted()).isFalse();
        assertThat(Authorities.parse(file("other.pem")).check(token, text).trusted())
                .isFalse();
    }

    @Test
    void refusesATokenOverSomethingElse() throws Exception {
        Authorities authorities = Authorities.parse(file("root.pem"));
        assertThatThrownBy(() -> authorities.check(file("rsa.token"), "other\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("something else");
        assertThatThrownBy(() -> authorities.check(file("sha512.token"), text)).hasMessageContaining("another hash");
    }

    /** Each byte in three ways: refused, not trusted any more, or the same is told. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void eachByteOfATokenCounts(String algorithm) throws Exception {
        Authorities authorities = Authorities.parse(file("root.pem"));
        byte[] token = file(algorithm + ".token");
        Timestamp honest = authorities.check(token, text);
        for (int i = 0; i < token.length; i++) {
            for (int change : new int[] {1, 0x80, 0xff}) {
                byte[] changed = token.clone();
                changed[i] ^= (byte) change;
                try {
                    Timestamp told = authorities.check(changed, text);
                    assertThat(told.equals(honest) || !told.trusted())
                            .as("byte %s", i)
                            .isTrue();
                } catch (MalformedException e) {
                    assertThat(e.what()).contains("time stamp");
                }
            }
        }
    }

    @Test
    void refusesTokensCutOffAndNonsense() {
        byte[] token = file("rsa.token");
        for (int length = 0; length < token.length; length++) {
            byte[] cut = Arrays.copyOf(token, length);
            assertThatThrownBy(() -> Authorities.none().check(cut, text)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> Authorities.parse(text)).isInstanceOf(MalformedException.class);
    }

    private static byte[] file(String name) {
        try (InputStream input = AuthoritiesTest.class.getResourceAsStream("/timestamp/" + name)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
