package io.gatehouse.santa.sync;

import io.gatehouse.santa.configuration.Effective;
import io.gatehouse.santa.configuration.MediaPolicy;
import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RemovableMediaPolicy;
import io.gatehouse.santa.protocol.vocabulary.SyncType;

/** The answer to a preflight: always every setting, because a clean sync makes a Mac forget them all. */
final class SettingsAnswer {

    private SettingsAnswer() {}

    static PreflightResponse of(Effective settings, SyncType type, int intervalSeconds, ClientCapabilities client) {
        return client.gate(PreflightResponse.builder()
                .clientMode(settings.clientMode())
                .syncType(type)
                .batchSize((long) settings.batchSize())
                .enableBundles(settings.enableBundles())
                .enableTransitiveRules(settings.enableTransitiveRules())
                .enableAllEventUpload(settings.enableAllEventUpload())
                .disableUnknownEventUpload(settings.disableUnknownEventUpload())
                .fullSyncIntervalSeconds((long) intervalSeconds)
                .pushNotificationFullSyncIntervalSeconds((long) settings.pushNotificationFullSyncIntervalSeconds())
                .pushNotificationGlobalRuleSyncDeadlineSeconds(
                        (long) settings.pushNotificationGlobalRuleSyncDeadlineSeconds())
                .allowedPathRegex(settings.allowedPathRegex())
                .blockedPathRegex(settings.blockedPathRegex())
                .overrideFileAccessAction(settings.overrideFileAccessAction())
                .eventDetailUrl(settings.eventDetailUrl())
                .eventDetailText(settings.eventDetailText())
                .removableMediaPolicy(media(settings.removableMedia()))
                .encryptedRemovableMediaPolicy(media(settings.encryptedRemovableMedia()))
                .build());
    }

    private static RemovableMediaPolicy media(MediaPolicy policy) {
        return switch (policy.action()) {
            case ALLOW -> RemovableMediaPolicy.allowed();
            case BLOCK -> RemovableMediaPolicy.blocked();
            case REMOUNT -> RemovableMediaPolicy.remounted(policy.remountFlags());
        };
    }
}
