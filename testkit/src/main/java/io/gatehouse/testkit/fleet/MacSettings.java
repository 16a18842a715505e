package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server told a Mac beside rules. Unset means that the profile or the client's own default holds. */
public final class MacSettings {
    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(10);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    private record Since(int year, int month) {}

    private static final Since ALWAYS = new Since(0, 0);
    private static final Map<String, Since> KNOWN = Map.ofEntries(
            Map.entry("client_mode", ALWAYS),
            Map.entry("enable_bundles", ALWAYS),
            Map.entry("enable_transitive_rules", ALWAYS),
            Map.entry("enable_all_event_upload", ALWAYS),
            Map.entry("disable_unknown_event_upload", new Since(2022, 1)),
            Map.entry("full_sync_interval_seconds", ALWAYS),
            Map.entry("push_notification_full_sync_interval_seconds", new Since(2022, 1)),
            Map.entry("push_notification_global_rule_sync_deadline_seconds", new Since(2022, 1)),
            Map.entry("allowed_path_regex", ALWAYS),
            Map.entry("blocked_path_regex", ALWAYS),
            Map.entry("block_usb_mount", new Since(2022, 1)),
            Map.entry("remount_usb_mode", new Since(2022, 1)),
            Map.entry("override_file_access_action", new Since(2023, 1)),
            Map.entry("event_detail_url", new Since(2025, 12)),
            Map.entry("event_detail_text", new Since(2025, 12)),
            Map.entry("removable_media_policy", new Since(2026, 3)),
            Map.entry("encrypted_removable_media_policy", new Since(2026, 3)));

    private static final Map<String, String> DEPRECATED = Map.of(
            "enabled_transitive_whitelisting", "enable_transitive_rules",
            "transitive_whitelisting_enabled", "enable_transitive_rules",
            "bundles_enabled", "enable_bundles",
            "fcm_full_sync_interval", "push_notification_full_sync_interval_seconds",
            "fcm_global_rule_sync_deadline", "push_notification_global_rule_sync_deadline_seconds",
            "whitelist_regex", "allowed_path_regex",
            "blacklist_regex", "blocked_path_regex");

    private final ClientMode profileMode;
    private final Message values = Message.of("PreflightResponse");

    MacSettings(ClientMode profileMode) {
        this.profileMode = profileMode;
    }

    /** Forgets all that servers said, as a clean sync does since 2026.4. */
    void wipe() {
        values.clear();
    }

    /** Takes what an answer sets and this release understands; a newer name beats a deprecated one. */
    void apply(Message answer, ClientVersion version) {
        DEPRECATED.forEach((old, name) -> take(answer, old, name));
        KNOWN.forEach((name, since) -> {
            if (version.atLeast(since.year(), since.month()) && isMeant(answer, name, version)) {
                take(answer, name, name);
            }
        });
    }

    private static boolean isMeant(Message answer, String name, ClientVersion version) {
        if (!name.equals("client_mode")) {
            return true;
        }
        String mode = answer.choice(name);
        return !mode.isEmpty() && (!mode.equals("STANDALONE") || version.atLeast(2024, 11));
    }

    private void take(Message answer, String from, String to) {
        values.take(answer, from, to);
    }

    Message values() {
        return values;
    }

    /** The mode in force. */
    public ClientMode mode() {
        return values.has("client_mode") ? ClientMode.valueOf(values.choice("client_mode")) : profileMode;
    }

    /** The time between full syncs, never under a minute. */
    public Duration fullSyncInterval() {
        long seconds = values.number("full_sync_interval_seconds");
        Duration said = seconds == 0 ? DEFAULT_INTERVAL : Duration.ofSeconds(seconds);
        return said.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : said;
    }

    boolean bundles() {
        return values.flag("enable_bundles");
    }

    boolean transitiveRules() {
        return values.flag("enable_transitive_rules");
    }

    boolean uploadsEverything() {
        return values.flag("enable_all_event_upload");
    }

    boolean dropsUnknown() {
        return values.flag("disable_unknown_event_upload");
    }

    /** The expression of allowed paths, empty for none. */
    public String allowedPaths() {
        return values.text("allowed_path_regex");
    }

    /** The expression of blocked paths, empty for none. */
    public String blockedPaths() {
        return values.text("blocked_path_regex");
    }

    /** NONE, AUDIT_ONLY, DISABLE, or empty where no server said anything. */
    public String fileAccessAction() {
        return values.choice("override_file_access_action");
    }

    /** The target of the block dialog's button, with placeholders. */
    public String eventDetailUrl() {
        return values.text("event_detail_url");
    }

    /** The label of the block dialog's button. */
    public String eventDetailText() {
        return values.text("event_detail_text");
    }

    /** The mount flags demanded for removable media, null where removable media follow another policy. */
    public @Nullable List<String> remountFlags() {
        Message policy = values.nested("removable_media_policy");
        Message remount = policy == null ? null : policy.nested("remount");
        return remount == null ? null : remount.texts("flags");
    }

    /** Whether removable media are refused, by either vocabulary. */
    public boolean blocksRemovableMedia() {
        Message policy = values.nested("removable_media_policy");
        return policy == null ? values.flag("block_usb_mount") : policy.flag("block");
    }
}
