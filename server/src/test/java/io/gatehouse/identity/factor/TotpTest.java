package io.gatehouse.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples of RFC 6238, appendix B, in six digits. */
final class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsWhatTheStandardShows(long time, String code) {
        assertThat(Totp.code(SEED, time / 30)).isEqualTo(code);
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(time))).hasValue(time / 30);
    }

    @Test
    void toleratesAClockThatIsOneStepOffAndNoMore() {
        Instant now = Instant.ofEpochSecond(2_000_000_000);
        long step = now.getEpochSecond() / 30;
        for (int off : new int[] {-1, 0, 1}) {
            assertThat(Totp.step(SEED, Totp.code(SEED, step + off), now)).hasValue(step + off);
        }
        for (int off : new int[] {-2, 2}) {
            assertThat(Totp.step(SEED, Totp.code(SEED, step + off), now)).isEmpty();
        }
    }

    @Test
    void takesNothingThatIsNotSixDigits() {
        Instant now = Instant.ofEpochSecond(59);
        for (String wrong : new String[] {"", "287", "287082 ", "0287082", "２８７０８２", "abcdef", "-87082"}) {
            assertThat(Totp.step(SEED, wrong, now)).as(wrong).isEmpty();
        }
    }

    @Test
    void namesTheAccountInTheAddressThatAppsRead() {
        assertThat(Totp.address(SEED, "o'hara+x@example.test"))
                .isEqualTo("otpauth://totp/Gatehouse:o%27hara%2Bx%40example.test"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gatehouse");
    }
}
