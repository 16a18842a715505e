package io.gatehouse.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.kernel.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are good enough. */
final class PasswordPolicyTest {

    private static final PolicySettings SETTINGS = new PolicySettings(4, null);
    private static final BreachedPasswords BREACHED = new BreachedPasswords(SETTINGS);
    private static final PasswordPolicy POLICY = new PasswordPolicy(new StrengthEstimate(BREACHED), BREACHED, SETTINGS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet otters juggle pans",
                "a fresh pass phrase",
                "a long enough passphrase 1",
                "another long passphrase 2",
                "0f0e6c9a-64d1-4c57-9f0a-2f3f6f1f7f11",
                "9fK2-pQx7-LmZ4-tRw8",
                "Käsebrötchen am Montagmorgen",
                "窓の外に雪が降っています静かに",
            })
    void takesWhatIsHardToGuess(String password) {
        assertThat(judge(password).acceptable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sh0rt-1ve!",
                "aaaaaaaaaaaaaaaa",
                "123456789012345",
                "qwertyuiopasdf",
                "Password2026!!",
                "P@ssw0rdP@ssw0rd",
                "1q2w3e4r5t6y",
                "letmeinletmein",
                "abcdefghijklmnop",
            })
    void refusesWhatIsGuessedFirst(String password) {
        Verdict verdict = judge(password);
        assertThat(verdict.acceptable()).isFalse();
        assertThat(verdict.text()).isNotBlank();
    }

    @Test
    void knowsPasswordsThatWereStolenElsewhereInAnyCase() {
        assertThat(judge("1QAZ2wsx3edc").text()).contains("stolen");
        assertThat(BREACHED.list()).hasSizeGreaterThan(40_000);
    }

    @Test
    void countsWhatBelongsToThePersonAsGuessed() {
        assertThat(POLICY.verdict("marlene.dietrichson", List.of("marlene.dietrichson@example.test"))
                        .acceptable())
                .isFalse();
        assertThat(POLICY.verdict("a@b.test and more words", List.of("a@b.test"))
                        .text())
                .contains("e-mail");
        assertThat(POLICY.verdict("Grimaldello Zweig", List.of("Grimaldello Zweig"))
                        .acceptable())
                .isFalse();
    }

    @Test
    void saysTheSameWhenItRefuses() {
        String text = judge("Password2026!!").text();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> POLICY.require("field", "Password2026!!", "a@b.test"))
                .satisfies(refusal ->
                        assertThat(refusal.errors()).containsExactly(new ProblemException.FieldError("field", text)));
    }

    @Test
    void looksAtTheBeginningOfALongPasswordOnly() {
        String hostile = "@4a(<{[68b3e$5s!1i|l7+t0o%2z".repeat(8);
        assertThat(judge(hostile).text()).contains("at most 200");
        assertThat(judge(hostile.substring(0, 200)).text()).isNotBlank();
        assertThat(judge("aA1!".repeat(50)).acceptable()).isFalse();
    }

    private static Verdict judge(String password) {
        return POLICY.verdict(password, List.of());
    }
}
