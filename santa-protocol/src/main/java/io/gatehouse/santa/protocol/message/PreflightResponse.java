package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a Mac takes over (santa.sync.v1 PreflightResponse). A null leaves the Mac's own value, except that a clean sync first forgets
 * every synced setting: therefore always send a complete answer. The fields of the vendor's own protocol (16 export_configuration, 21 push_token,
 * 33 push_issuer_token) are left out on purpose: clients ignore them from anyone else.
 *
 * @param clientMode taken over at postflight
 * @param syncType absent means NORMAL; clients from 2024.1
 * @param batchSize events in one upload; 50 when absent
 * @param enableAllEventUpload upload every decision
 * @param disableUnknownEventUpload upload no ALLOW_UNKNOWN
 * @param fullSyncIntervalSeconds 600 when absent, at least 60
 * @param pushNotificationFullSyncIntervalSeconds 14400 when absent
 * @param pushNotificationGlobalRuleSyncDeadlineSeconds 600 when absent, at least 600
 * @param allowedPathRegex ICU expression; an empty text clears the Mac's
 * @param blockedPathRegex ICU expression; an empty text clears the Mac's
 * @param blockUsbMount clients from 2022, replaced by removableMediaPolicy from 2026.3
 * @param remountUsbMode flags to mount with when blockUsbMount is true
 * @param overrideFileAccessAction clients from 2023
 * @param eventDetailUrl target of the block dialog's button; clients from 2025.12
 * @param eventDetailText label of that button; clients from 2025.12
 * @param removableMediaPolicy clients from 2026.3
 * @param encryptedRemovableMediaPolicy clients from 2026.3
 * @param deprecatedCleanSync how clients before 2024.1 are told to clean; syncType wins where both are known
 */
public record PreflightResponse(
        @WireField(1) @Nullable ClientMode clientMode,
        @WireField(2) @Nullable SyncType syncType,
        @WireField(3) @Nullable Long batchSize,
        @WireField(4) @Nullable Boolean enableBundles,

        @WireField(
                value = 5,
                deprecatedNames = {"enabled_transitive_whitelisting", "transitive_whitelisting_enabled"},
                deprecatedNumbers = {1000, 1001})
        @Nullable
        Boolean enableTransitiveRules,

        @WireField(6) @Nullable Boolean enableAllEventUpload,
        @WireField(7) @Nullable Boolean disableUnknownEventUpload,

        @WireField(value = 8, json = "full_sync_interval") @Nullable
        Long fullSyncIntervalSeconds,

        @WireField(
                value = 9,
                json = "push_notification_full_sync_interval",
                deprecatedNames = "fcm_full_sync_interval",
                deprecatedNumbers = 1003)
        @Nullable
        Long pushNotificationFullSyncIntervalSeconds,

        @WireField(
                value = 10,
                json = "push_notification_global_rule_sync_deadline",
                deprecatedNames = "fcm_global_rule_sync_deadline",
                deprecatedNumbers = 1004)
        @Nullable
        Long pushNotificationGlobalRuleSyncDeadlineSeconds,

        @WireField(value = 11, deprecatedNames = "whitelist_regex", deprecatedNumbers = 1005) @Nullable
        String allowedPathRegex,

        @WireField(value = 12, deprecatedNames = "blacklist_regex", deprecatedNumbers = 1006) @Nullable
        String blockedPathRegex,

        @WireField(13) @Nullable Boolean blockUsbMount,
        @WireField(14) List<String> remountUsbMode,
        @WireField(15) @Nullable FileAccessAction overrideFileAccessAction,
        @WireField(26) @Nullable String eventDetailUrl,
        @WireField(27) @Nullable String eventDetailText,
        @WireField(36) @Nullable RemovableMediaPolicy removableMediaPolicy,
        @WireField(37) @Nullable RemovableMediaPolicy encryptedRemovableMediaPolicy,

        @WireField(value = 1007, json = "clean_sync") @Nullable
        Boolean deprecatedCleanSync)
        implements Message {

    public PreflightResponse {
        remountUsbMode = List.copyOf(remountUsbMode);
    }

    /** An answer that changes nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this answer. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Gathers an answer; every setter accepts null for "leave the Mac's value". */
    public static final class Builder {
        private @Nullable ClientMode clientMode;
        private @Nullable SyncType syncType;
        private @Nullable Long batchSize;
        private @Nullable Boolean enableBundles;
        private @Nullable Boolean enableTransitiveRules;
        private @Nullable Boolean enableAllEventUpload;
        private @Nullable Boolean disableUnknownEventUpload;
        private @Nullable Long fullSyncIntervalSeconds;
        private @Nullable Long pushNotificationFullSyncIntervalSeconds;
        private @Nullable Long pushNotificationGlobalRuleSyncDeadlineSeconds;
        private @Nullable String allowedPathRegex;
        private @Nullable String blockedPathRegex;
        private @Nullable Boolean blockUsbMount;
        private List<String> remountUsbMode = List.of();
        private @Nullable FileAccessAction overrideFileAccessAction;
        private @Nullable String eventDetailUrl;
        private @Nullable String eventDetailText;
        private @Nullable RemovableMediaPolicy removableMediaPolicy;
        private @Nullable RemovableMediaPolicy encryptedRemovableMediaPolicy;
        private @Nullable Boolean deprecatedCleanSync;

        private Builder() {}

        private Builder(PreflightResponse from) {
            clientMode = from.clientMode;
            syncType = from.syncType;
            batchSize = from.batchSize;
            enableBundles = from.enableBundles;
            enableTransitiveRules = from.enableTransitiveRules;
            enableAllEventUpload = from.enableAllEventUpload;
            disableUnknownEventUpload = from.disableUnknownEventUpload;
            fullSyncIntervalSeconds = from.fullSyncIntervalSeconds;
            pushNotificationFullSyncIntervalSeconds = from.pushNotificationFullSyncIntervalSeconds;
            pushNotificationGlobalRuleSyncDeadlineSeconds = from.pushNotificationGlobalRuleSyncDeadlineSeconds;
            allowedPathRegex = from.allowedPathRegex;
            blockedPathRegex = from.blockedPathRegex;
            blockUsbMount = from.blockUsbMount;
            remountUsbMode = from.remountUsbMode;
            overrideFileAccessAction = from.overrideFileAccessAction;
            eventDetailUrl = from.eventDetailUrl;
            eventDetailText = from.eventDetailText;
            removableMediaPolicy = from.removableMediaPolicy;
            encryptedRemovableMediaPolicy = from.encryptedRemovableMediaPolicy;
            deprecatedCleanSync = from.deprecatedCleanSync;
        }

        public Builder clientMode(@Nullable ClientMode value) {
            clientMode = value;
            return this;
        }

        public Builder syncType(@Nullable SyncType value) {
            syncType = value;
            return this;
        }

        public Builder batchSize(@Nullable Long value) {
            batchSize = value;
            return this;
        }

        public Builder enableBundles(@Nullable Boolean value) {
            enableBundles = value;
            return this;
        }

        public Builder enableTransitiveRules(@Nullable Boolean value) {
            enableTransitiveRules = value;
            return this;
        }

        public Builder enableAllEventUpload(@Nullable Boolean value) {
            enableAllEventUpload = value;
            return this;
        }

        public Builder disableUnknownEventUpload(@Nullable Boolean value) {
            disableUnknownEventUpload = value;
            return this;
        }

        public Builder fullSyncIntervalSeconds(@Nullable Long value) {
            fullSyncIntervalSeconds = value;
            return this;
        }

        public Builder pushNotificationFullSyncIntervalSeconds(@Nullable Long value) {
            pushNotificationFullSyncIntervalSeconds = value;
            return this;
        }

        public Builder pushNotificationGlobalRuleSyncDeadlineSeconds(@Nullable Long value) {
            pushNotificationGlobalRuleSyncDeadlineSeconds = value;
            return this;
        }

        public Builder allowedPathRegex(@Nullable String value) {
            allowedPathRegex = value;
            return this;
        }

        public Builder blockedPathRegex(@Nullable String value) {
            blockedPathRegex = value;
            return this;
        }

        public Builder blockUsbMount(@Nullable Boolean value) {
            blockUsbMount = value;
            return this;
        }

        public Builder remountUsbMode(List<String> value) {
            remountUsbMode = value;
            return this;
        }

        public Builder overrideFileAccessAction(@Nullable FileAccessAction value) {
            overrideFileAccessAction = value;
            return this;
        }

        public Builder eventDetailUrl(@Nullable String value) {
            eventDetailUrl = value;
            return this;
        }

        public Builder eventDetailText(@Nullable String value) {
            eventDetailText = value;
            return this;
        }

        public Builder removableMediaPolicy(@Nullable RemovableMediaPolicy value) {
            removableMediaPolicy = value;
            return this;
        }

        public Builder encryptedRemovableMediaPolicy(@Nullable RemovableMediaPolicy value) {
            encryptedRemovableMediaPolicy = value;
            return this;
        }

        public Builder deprecatedCleanSync(@Nullable Boolean value) {
            deprecatedCleanSync = value;
            return this;
        }

        public PreflightResponse build() {
            return new PreflightResponse(
                    clientMode,
                    syncType,
                    batchSize,
                    enableBundles,
                    enableTransitiveRules,
                    enableAllEventUpload,
                    disableUnknownEventUpload,
                    fullSyncIntervalSeconds,
                    pushNotificationFullSyncIntervalSeconds,
                    pushNotificationGlobalRuleSyncDeadlineSeconds,
                    allowedPathRegex,
                    blockedPathRegex,
                    blockUsbMount,
                    remountUsbMode,
                    overrideFileAccessAction,
                    eventDetailUrl,
                    eventDetailText,
                    removableMediaPolicy,
                    encryptedRemovableMediaPolicy,
                    deprecatedCleanSync);
        }
    }
}
