package io.gatehouse.santa.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The winner of each setting. */
final class LayersTest {

    private static final Settings DEFAULTS =
            new Defaults(new PublicAddress(URI.create("https://gatehouse.example"))).of("acme");
    private static final UUID DEVICE = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final Map<UUID, Integer> POSITIONS = Map.of(FIRST, 0, SECOND, 1);

    @Test
    void withoutAnySettingTheDefaultsAreComplete() {
        Effective effective = layers(Map.of(), Map.of()).effective(DEVICE, List.of(FIRST));
        assertThat(effective.clientMode()).isEqualTo(ClientMode.MONITOR);
        assertThat(effective.fullSyncIntervalSeconds()).isEqualTo(240);
        assertThat(effective.eventDetailUrl())
                .isEqualTo("https://gatehouse.example/console/o/acme/block?machineId=%machine_id%"
                        + "&fileSha256=%file_identifier%");
    }

    @Test
    void theTagOfTheLowestPositionWinsWhateverTheOrderOfTheDevicesTags() {
        Layers layers = layers(Map.of(SECOND, mode(ClientMode.MONITOR), FIRST, mode(ClientMode.LOCKDOWN)), Map.of());
        assertThat(layers.effective(DEVICE, List.of(FIRST, SECOND)).clientMode())
                .isEqualTo(ClientMode.LOCKDOWN);
        assertThat(layers.effective(DEVICE, List.of(SECOND, FIRST)).clientMode())
                .isEqualTo(ClientMode.LOCKDOWN);
    }

    @Test
    void eachSettingHasAWinnerOfItsOwn() {
        Layers layers = layers(
                Map.of(FIRST, mode(ClientMode.LOCKDOWN), SECOND, batch(7)),
                Map.of(DEVICE, mode(ClientMode.STANDALONE)));
        Effective effective = layers.effective(DEVICE, List.of(FIRST, SECOND));
        assertThat(effective.clientMode()).isEqualTo(ClientMode.STANDALONE);
        assertThat(effective.batchSize()).isEqualTo(7);
        assertThat(layers.effective(UUID.randomUUID(), List.of(FIRST, SECOND)).clientMode())
                .isEqualTo(ClientMode.LOCKDOWN);
    }

    @Test
    void anUnknownTagCountsForNothing() {
        assertThat(layers(Map.of(FIRST, batch(7)), Map.of())
                        .effective(DEVICE, List.of(UUID.randomUUID()))
                        .batchSize())
                .isEqualTo(100);
    }

    private static Layers layers(Map<UUID, Settings> tags, Map<UUID, Settings> devices) {
        return new Layers(1, DEFAULTS, tags, POSITIONS, devices);
    }

    private static Settings mode(ClientMode mode) {
        return new Settings(
                mode, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Settings batch(int size) {
        return new Settings(
                null, null, null, null, null, null, null, null, null, null, size, null, null, null, null, null);
    }
}
