package io.gatehouse.identity.founding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The code that only a reader of the log knows. */
final class FirstRunCodeTest {

    @Test
    void acceptsItselfAndNothingElse() {
        FirstRunCode code = new FirstRunCode();
        assertThat(code.text()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(code.accepts(" " + code.text() + " ")).isTrue();
        assertThat(code.accepts(new FirstRunCode().text())).isFalse();
    }

    @Test
    void isOfNoUseAfterTooManyGuesses() {
        FirstRunCode code = new FirstRunCode();
        for (int i = 0; i < FirstRunCode.ATTEMPTS; i++) {
            assertThat(code.accepts("AAAA-AAAA-AAAA")).isFalse();
        }
        assertThat(code.isExhausted()).isTrue();
        assertThat(code.accepts(code.text())).isFalse();
    }
}
