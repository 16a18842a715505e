package io.gatehouse.santa.configuration;

import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The complete settings in force on one device; meanings and ranges as in {@link Settings}, nothing left out. */
public record Effective(
        ClientMode clientMode,
        String allowedPathRegex,
        String blockedPathRegex,
        MediaPolicy removableMedia,
        MediaPolicy encryptedRemovableMedia,
        boolean enableBundles,
        boolean enableTransitiveRules,
        boolean enableAllEventUpload,
        boolean disableUnknownEventUpload,
        FileAccessAction overrideFileAccessAction,
        int batchSize,
        int fullSyncIntervalSeconds,
        int pushNotificationFullSyncIntervalSeconds,
        int pushNotificationGlobalRuleSyncDeadlineSeconds,
        String eventDetailUrl,
        String eventDetailText) {

    /** From settings of which none is null. */
    static Effective of(Settings complete) {
        return new Effective(
                set(complete.clientMode()),
                set(complete.allowedPathRegex()),
                set(complete.blockedPathRegex()),
                set(complete.removableMedia()),
                set(complete.encryptedRemovableMedia()),
                set(complete.enableBundles()),
                set(complete.enableTransitiveRules()),
                set(complete.enableAllEventUpload()),
                set(complete.disableUnknownEventUpload()),
                set(complete.overrideFileAccessAction()),
                set(complete.batchSize()),
                set(complete.fullSyncIntervalSeconds()),
                set(complete.pushNotificationFullSyncIntervalSeconds()),
                set(complete.pushNotificationGlobalRuleSyncDeadlineSeconds()),
                set(complete.eventDetailUrl()),
                set(complete.eventDetailText()));
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "a setting has no default");
    }
}
