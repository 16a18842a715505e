package io.gatehouse.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTextTest {

    @Test
    void isReadAsItWasWrittenAndNeverTheSame() {
        KeyText key = KeyText.next();
        assertThat(KeyText.parse(key.text())).contains(key);
        assertThat(KeyText.next()).isNotEqualTo(key);
        assertThat(key.text()).matches("gatehouse_[0-9a-f]{16}_[0-9a-f]{72}");
    }

    @Test
    void aMistypedOneIsRecognizedWithoutAsking() {
        String text = KeyText.next().text();
        for (int i = "gatehouse_".length(); i < text.length(); i++) {
            char other = text.charAt(i) == '0' ? '1' : '0';
            assertThat(KeyText.parse(text.substring(0, i) + other + text.substring(i + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gatehouse_", "gatehouse_0123456789abcdef_", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
    void whatIsNoKeyIsNone(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void doesNotTellItsSecret() {
        KeyText key = KeyText.next();
        assertThat(key.toString()).doesNotContain(key.secret());
    }
}
