package io.gatehouse.santa.protocol.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Expected values made with {@code printf | sha256sum}. */
final class BundleHashTest {

    private static final String A = "aa".repeat(32);
    private static final String B = "bb".repeat(32);

    @Test
    void hashesTheSortedMembers() {
        String expected = "fa0dafbf43f1f551e536353e9d1a942a8e86e41a0b58dfeaf264ef217f6b862a";
        assertThat(BundleHash.of(List.of(A, B))).isEqualTo(expected);
        assertThat(BundleHash.of(List.of(B, A))).isEqualTo(expected);
        assertThat(BundleHash.of(List.of(B.toUpperCase(Locale.ROOT), A))).isEqualTo(expected);
    }

    @Test
    void tellsAMissingMember() {
        assertThat(BundleHash.of(List.of(A))).isNotEqualTo(BundleHash.of(List.of(A, B)));
        assertThat(BundleHash.of(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
