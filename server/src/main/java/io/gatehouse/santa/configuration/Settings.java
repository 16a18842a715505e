package io.gatehouse.santa.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one scope. Null: not set here, so that a wider scope or the default decides.
 *
 * @param clientMode how a Mac treats what no rule names
 * @param allowedPathRegex ICU expression of paths that may run; empty: none, unless the Mac has one by another hand's profile
 * @param blockedPathRegex ICU expression of paths that may not run; empty as above
 * @param removableMedia what happens to removable media
 * @param encryptedRemovableMedia what happens to encrypted ones; clients from 2026.3
 * @param enableBundles hash whole applications when a part of one is blocked
 * @param enableTransitiveRules trust what trusted compilers write
 * @param enableAllEventUpload report every decision
 * @param disableUnknownEventUpload do not report what ran without a rule
 * @param overrideFileAccessAction what becomes of the file access policy on the Mac
 * @param batchSize events in one upload, 1 to 500
 * @param fullSyncIntervalSeconds seconds between syncs, 60 to 86400
 * @param pushNotificationFullSyncIntervalSeconds the same for Macs that are reached by push, 60 to 86400
 * @param pushNotificationGlobalRuleSyncDeadlineSeconds longest delay after a push to all Macs, 600 to 86400
 * @param eventDetailUrl where the block dialog's button leads, with Santa's placeholders
 * @param eventDetailText label of that button, at most 48 characters
 */
public record Settings(
        @Nullable ClientMode clientMode,
        @Nullable String allowedPathRegex,
        @Nullable String blockedPathRegex,
        @Nullable MediaPolicy removableMedia,
        @Nullable MediaPolicy encryptedRemovableMedia,
        @Nullable Boolean enableBundles,
        @Nullable Boolean enableTransitiveRules,
        @Nullable Boolean enableAllEventUpload,
        @Nullable Boolean disableUnknownEventUpload,
        @Nullable FileAccessAction overrideFileAccessAction,
        @Nullable Integer batchSize,
        @Nullable Integer fullSyncIntervalSeconds,
        @Nullable Integer pushNotificationFullSyncIntervalSeconds,
        @Nullable Integer pushNotificationGlobalRuleSyncDeadlineSeconds,
        @Nullable String eventDetailUrl,
        @Nullable String eventDetailText) {

    /** Sets nothing. */
    public static final Settings NONE = new Settings(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** These settings where set, else the wider ones. */
    Settings or(Settings wider) {
        return new Settings(
                first(clientMode, wider.clientMode),
                first(allowedPathRegex, wider.allowedPathRegex),
                first(blockedPathRegex, wider.blockedPathRegex),
                first(removableMedia, wider.removableMedia),
                first(encryptedRemovableMedia, wider.encryptedRemovableMedia),
                first(enableBundles, wider.enableBundles),
                first(enableTransitiveRules, wider.enableTransitiveRules),
                first(enableAllEventUpload, wider.enableAllEventUpload),
                first(disableUnknownEventUpload, wider.disableUnknownEventUpload),
                first(overrideFileAccessAction, wider.overrideFileAccessAction),
                first(batchSize, wider.batchSize),
                first(fullSyncIntervalSeconds, wider.fullSyncIntervalSeconds),
                first(pushNotificationFullSyncIntervalSeconds, wider.pushNotificationFullSyncIntervalSeconds),
                first(
                        pushNotificationGlobalRuleSyncDeadlineSeconds,
                        wider.pushNotificationGlobalRuleSyncDeadlineSeconds),
                first(eventDetailUrl, wider.eventDetailUrl),
                first(eventDetailText, wider.eventDetailText));
    }

    /** Whether nothing is set. */
    @JsonIgnore
    boolean isEmpty() {
        return equals(NONE);
    }

    private static <T> @Nullable T first(@Nullable T here, @Nullable T wider) {
        return here == null ? wider : here;
    }
}
