package io.gatehouse.santa.devices;

import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.client.Feature;
import java.util.Arrays;
import java.util.List;

/** What a Mac's version of Santa cannot take and what it gets instead, in sentences. */
final class CapabilityNotes {

    private CapabilityNotes() {}

    /** One note for each feature that the version lacks; none before the first sync. */
    static List<String> of(String santaVersion) {
        if (santaVersion.isBlank()) {
            return List.of();
        }
        ClientCapabilities client = ClientCapabilities.of(santaVersion);
        return Arrays.stream(Feature.values())
                .filter(feature -> !client.has(feature))
                .map(feature -> note(feature) + " (client " + santaVersion + ")")
                .toList();
    }

    private static String note(Feature feature) {
        return switch (feature) {
            case TEAMID_RULES -> "TEAMID rules do not reach this Mac";
            case SIGNINGID_RULES -> "SIGNINGID rules do not reach this Mac";
            case CDHASH_RULES -> "CDHASH rules do not reach this Mac";
            case CEL_RULES -> "CEL rules do not reach this Mac";
            case SPLIT_SILENCE -> "SILENT_GUI_BLOCKLIST and SILENT_TTY_BLOCKLIST reach this Mac as BLOCKLIST";
            case RULE_URL -> "A rule's own link does not reach this Mac";
            case BUTTON_LABEL -> "A rule's own button label does not reach this Mac";
            case NOTIFICATION_APP_NAME -> "This Mac does not tell its user when software becomes allowed";
            case USB_MOUNT -> "Removable media settings do not reach this Mac";
            case MEDIA_POLICY ->
                "The policy for encrypted removable media does not reach this Mac, the other one in its older form";
            case FILE_ACCESS_ACTION -> "The override of file access policies does not reach this Mac";
            case SYNC_TYPE -> "CLEAN and CLEAN_ALL are one and the same to this Mac";
            case STANDALONE_MODE -> "STANDALONE reaches this Mac as LOCKDOWN";
            case EXACT_RULES_HASH -> "This Mac reports no exact hash of its rules: drift is told by counts";
            case EVENT_DETAIL -> "Link and label of the block dialog come from this Mac's profile only";
        };
    }
}
