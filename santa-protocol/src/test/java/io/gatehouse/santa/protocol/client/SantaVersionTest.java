package io.gatehouse.santa.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SantaVersionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026.7.1, 2026, 7, 1
                    2024.6, 2024, 6, 0
                    1.14, 1, 14, 0
                    0.9.34, 0, 9, 34
                    9999.1.1, 9999, 1, 1
                    2025.4.97 (build 97), 2025, 4, 97
                    v2025.4, 2025, 4, 0
                    2025.4-beta, 2025, 4, 0
                    2026, 2026, 0, 0
                    2026.7.1.4, 2026, 7, 1
                    2026.7.99999999999999999999, 2026, 7, 0
                    2026.99999999, 2026, 0, 0
                    """)
    void readsVersions(String text, int year, int release, int build) {
        assertThat(SantaVersion.parse(text)).isEqualTo(new SantaVersion(year, release, build));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "-1", ".7", "99999999999.1", "２０２６.7"})
    void takesAnythingElseForTheOldest(String text) {
        assertThat(SantaVersion.parse(text)).isEqualTo(SantaVersion.UNKNOWN);
    }

    @Test
    void ordersByNumbersAndNotByText() {
        assertThat(Stream.of("junk", "0.9.34", "1.14", "2022.9", "2024.6", "2024.11", "2025.4", "2025.12", "9999.1")
                        .map(SantaVersion::parse))
                .isSorted();
    }
}
