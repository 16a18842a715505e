package io.gatehouse.santa.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RemovableMediaPolicy;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ClientCapabilitiesTest {

    @ParameterizedTest
    @CsvSource({
        "TEAMID_RULES, 2022.1", "SIGNINGID_RULES, 2023.1", "RULE_URL, 2023.1", "CDHASH_RULES, 2024.6",
        "NOTIFICATION_APP_NAME, 2025.4", "CEL_RULES, 2025.6", "SPLIT_SILENCE, 2026.6", "BUTTON_LABEL, 2026.7",
        "USB_MOUNT, 2022.1", "FILE_ACCESS_ACTION, 2023.1", "SYNC_TYPE, 2024.1", "STANDALONE_MODE, 2024.11",
        "EXACT_RULES_HASH, 2025.8", "EVENT_DETAIL, 2025.12", "MEDIA_POLICY, 2026.3",
    })
    void knowsWhatEachVersionBrought(Feature feature, String since) {
        assertThat(ClientCapabilities.of(since).has(feature)).isTrue();
        assertThat(ClientCapabilities.of("9999.1").has(feature)).isTrue();
        String[] numbers = since.split("\\.");
        String before = numbers[0] + "." + (Integer.parseInt(numbers[1]) - 1) + ".99";
        assertThat(ClientCapabilities.of(before).has(feature)).isFalse();
        assertThat(ClientCapabilities.of("junk").has(feature)).isFalse();
    }

    @Test
    void locksDownWhereStandaloneIsUnknown() {
        PreflightResponse standalone =
                PreflightResponse.builder().clientMode(ClientMode.STANDALONE).build();
        assertThat(gate("2024.11", standalone).clientMode()).isEqualTo(ClientMode.STANDALONE);
        assertThat(gate("2024.10", standalone).clientMode()).isEqualTo(ClientMode.LOCKDOWN);
        PreflightResponse monitor =
                PreflightResponse.builder().clientMode(ClientMode.MONITOR).build();
        assertThat(gate("2024.10", monitor).clientMode()).isEqualTo(ClientMode.MONITOR);
    }

    @ParameterizedTest
    @EnumSource(SyncType.class)
    void tellsOldClientsToCleanInTheirOwnWord(SyncType type) {
        PreflightResponse response = PreflightResponse.builder().syncType(type).build();
        assertThat(gate("2024.1", response)).isEqualTo(response);
        PreflightResponse old = gate("2023.9", response);
        assertThat(old.syncType()).isNull();
        boolean cleans = type == SyncType.CLEAN || type == SyncType.CLEAN_ALL;
        assertThat(old.deprecatedCleanSync()).isEqualTo(cleans ? true : null);
    }

    @Test
    void leavesOutSettingsThatTheClientDoesNotKnow() {
        PreflightResponse response = PreflightResponse.builder()
                .overrideFileAccessAction(FileAccessAction.DISABLE)
                .eventDetailUrl("https://x/")
                .eventDetailText("Ask")
                .batchSize(100L)
                .build();
        assertThat(gate("2025.12", response)).isEqualTo(response);
        assertThat(gate("2025.11", response))
                .isEqualTo(response.toBuilder()
                        .eventDetailUrl(null)
                        .eventDetailText(null)
                        .build());
        assertThat(gate("2022.9", response))
                .isEqualTo(PreflightResponse.builder().batchSize(100L).build());
    }

    @Test
    void speaksEitherVocabularyForMedia() {
        PreflightResponse remount = media(RemovableMediaPolicy.remounted(List.of("rdonly")));
        assertThat(gate("2026.3", remount)).isEqualTo(remount);
        assertThat(gate("2026.2", remount)).isEqualTo(usb(true, "rdonly"));
        assertThat(gate("2026.2", media(RemovableMediaPolicy.blocked()))).isEqualTo(usb(true));
        assertThat(gate("2026.2", media(RemovableMediaPolicy.allowed()))).isEqualTo(usb(false));
        assertThat(gate("2021.9", remount))
                .isEqualTo(PreflightResponse.builder().build());
    }

    @Test
    void turnsTheOlderVocabularyIntoTheNewer() {
        assertThat(gate("2026.3", usb(true, "rdonly")))
                .isEqualTo(media(RemovableMediaPolicy.remounted(List.of("rdonly"))));
        assertThat(gate("2026.3", usb(true))).isEqualTo(media(RemovableMediaPolicy.blocked()));
        assertThat(gate("2026.3", usb(false))).isEqualTo(media(RemovableMediaPolicy.allowed()));
        assertThat(gate("2026.3", PreflightResponse.builder().build()))
                .isEqualTo(PreflightResponse.builder().build());
    }

    @Test
    void letsAnExplicitSettingInTheClientsVocabularyWin() {
        PreflightResponse both = usb(false).toBuilder()
                .removableMediaPolicy(RemovableMediaPolicy.blocked())
                .encryptedRemovableMediaPolicy(RemovableMediaPolicy.allowed())
                .build();
        assertThat(gate("2026.2", both)).isEqualTo(usb(false));
        assertThat(gate("2026.3", both))
                .isEqualTo(media(RemovableMediaPolicy.blocked()).toBuilder()
                        .encryptedRemovableMediaPolicy(RemovableMediaPolicy.allowed())
                        .build());
    }

    private static PreflightResponse gate(String version, PreflightResponse response) {
        return ClientCapabilities.of(version).gate(response);
    }

    private static PreflightResponse media(RemovableMediaPolicy policy) {
        return PreflightResponse.builder().removableMediaPolicy(policy).build();
    }

    private static PreflightResponse usb(boolean block, String... flags) {
        return PreflightResponse.builder()
                .blockUsbMount(block)
                .remountUsbMode(List.of(flags))
                .build();
    }
}
