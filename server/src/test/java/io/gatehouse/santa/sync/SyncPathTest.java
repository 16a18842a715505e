package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.sync.credential.EnrolmentSecret;
import io.gatehouse.santa.sync.credential.Refused;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyncPathTest {

    @Test
    void readsSecretStageAndAnyMachineId() {
        SyncPath path = SyncPath.of("/santa/some-secret/ruledownload/Mac%20of%20J%C3%BCrgen%2F1");

        assertThat(path.secret()).isEqualTo("some-secret");
        assertThat(path.stage()).isEqualTo(Stage.RULEDOWNLOAD);
        assertThat(path.machine().value()).isEqualTo("Mac of Jürgen/1");
        assertThat(path).hasToString("SyncPath[RULEDOWNLOAD]");
    }

    @Test
    void leavesTheSecretToAHeader() {
        assertThat(SyncPath.of("/santa/sync/preflight/A").secret()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/santa",
                "/santa/",
                "/santa/x",
                "/santa/x/preflight",
                "/santa/x/preflight/",
                "/santa/x/other/A",
                "/santa/x/preflight/A/B",
                "/santa/x/Preflight/A",
                "/santa/x/preflight/%zz",
                "/santa/x/preflight/%00",
                "/santa/x/preflight/%C3%28"
            })
    void refusesWhatIsNoAddressWithoutRepeatingIt(String path) {
        assertThatThrownBy(() -> SyncPath.of(path))
                .isInstanceOf(Refused.class)
                .message()
                .doesNotContain(path);
    }

    @Test
    void aSecretNamesItsOrganizationAndHidesItself() {
        OrganizationId organization = new OrganizationId(Ids.next());
        String text = "ghs_" + organization.toString().replace("-", "") + "_aZ09-_".repeat(6);

        assertThat(EnrolmentSecret.parse(text)).hasValueSatisfying(secret -> {
            assertThat(secret.organization()).isEqualTo(organization);
            assertThat(secret.hash()).hasSize(32);
            assertThat(secret.toString()).doesNotContain(text);
        });
        assertThat(EnrolmentSecret.parse(text + "!")).isEmpty();
        assertThat(EnrolmentSecret.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(EnrolmentSecret.parse("ghs_short_x")).isEmpty();
        assertThat(EnrolmentSecret.parse("")).isEmpty();
    }

    @Test
    void everyDeviceHasItsOwnIntervalWithinATenth() {
        int distinct = (int) IntStream.range(0, 1_000)
                .map(i -> Interval.seconds(240, UUID.randomUUID(), 0))
                .peek(seconds -> assertThat(seconds).isBetween(216, 264))
                .distinct()
                .count();
        UUID device = UUID.randomUUID();

        assertThat(distinct).isGreaterThan(40);
        assertThat(Interval.seconds(240, device, 0)).isEqualTo(Interval.seconds(240, device, 0));
        assertThat(Interval.seconds(240, device, 1)).isEqualTo(60);
        assertThat(Interval.seconds(60, device, 0)).isBetween(60, 66);
    }
}
