package io.gatehouse.ledger.timestamps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation may say about its authority. */
final class TimestampSettingsTest {

    private static final Path ANCHORS = Path.of("pom.xml");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BOUND = Duration.ofMinutes(5);

    @Test
    void isOffUntilAnAddressIsNamed() {
        TimestampSettings off = new TimestampSettings("", null, "", "", HOUR, BOUND);
        assertThat(off.isOffered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tsa.example",
                "ftp://tsa.example",
                "https://ada:secret@tsa.example",
                "https://tsa.example/#x",
                "http:// "
            })
    void refusesOtherAddresses(String address) {
        refused(() -> new TimestampSettings(address, ANCHORS, "", "", HOUR, BOUND), ".address must be");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        String address = "https://tsa.example/tsr";
        refused(() -> new TimestampSettings(address, null, "", "", HOUR, BOUND), ".anchors");
        refused(() -> new TimestampSettings(address, ANCHORS, "", "", Duration.ofSeconds(59), BOUND), ".every");
        refused(() -> new TimestampSettings(address, ANCHORS, "", "", HOUR, Duration.ZERO), ".tolerance");
        refused(() -> new TimestampSettings(address, ANCHORS, "ada", "", HOUR, BOUND), ".username");
        refused(() -> Anchors.read(ANCHORS), ".anchors");
        refused(() -> Anchors.read(Path.of("no-such-file")), ".anchors");
    }

    @Test
    void sendsAPasswordNowhereInTheClear() {
        refused(
                () -> new TimestampSettings("http://tsa.example", ANCHORS, "ada", "secret", HOUR, BOUND),
                "must be https with a password");
        TimestampSettings settings =
                new TimestampSettings("https://tsa.example", ANCHORS, "ada", "secret", HOUR, BOUND);
        assertThat(settings.headers()).containsEntry("Authorization", "Basic YWRhOnNlY3JldA==");
        assertThat(settings).asString().doesNotContain("secret");
    }

    private static void refused(Runnable settings, String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::run).withMessageContaining(message);
    }
}
