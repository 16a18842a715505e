package io.gatehouse.santa.configuration;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One setting by its name in the API. */
record Setting(String name, Function<Settings, @Nullable Object> value) {

    /** All settings, in the order in which they are shown. */
    static final List<Setting> ALL = List.of(
            new Setting("clientMode", Settings::clientMode),
            new Setting("allowedPathRegex", Settings::allowedPathRegex),
            new Setting("blockedPathRegex", Settings::blockedPathRegex),
            new Setting("removableMedia", Settings::removableMedia),
            new Setting("encryptedRemovableMedia", Settings::encryptedRemovableMedia),
            new Setting("enableBundles", Settings::enableBundles),
            new Setting("enableTransitiveRules", Settings::enableTransitiveRules),
            new Setting("enableAllEventUpload", Settings::enableAllEventUpload),
            new Setting("disableUnknownEventUpload", Settings::disableUnknownEventUpload),
            new Setting("overrideFileAccessAction", Settings::overrideFileAccessAction),
            new Setting("batchSize", Settings::batchSize),
            new Setting("fullSyncIntervalSeconds", Settings::fullSyncIntervalSeconds),
            new Setting("pushNotificationFullSyncIntervalSeconds", Settings::pushNotificationFullSyncIntervalSeconds),
            new Setting(
                    "pushNotificationGlobalRuleSyncDeadlineSeconds",
                    Settings::pushNotificationGlobalRuleSyncDeadlineSeconds),
            new Setting("eventDetailUrl", Settings::eventDetailUrl),
            new Setting("eventDetailText", Settings::eventDetailText));
}
