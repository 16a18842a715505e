package io.gatehouse.santa.protocol.client;

/**
 * Something that clients understand from a version on. Versions follow the public releases; those up to 2024.6
 * are known to one release at best. New features go to the end: stored rule classes remember places.
 */
public enum Feature {
    /** TEAMID rules. */
    TEAMID_RULES(2022, 1, true),
    /** SIGNINGID rules. */
    SIGNINGID_RULES(2023, 1, true),
    /** A rule's own link, rule field 5. */
    RULE_URL(2023, 1, true),
    /** CDHASH rules. */
    CDHASH_RULES(2024, 6, true),
    /** The name that the Mac says is now allowed, rule field 8. */
    NOTIFICATION_APP_NAME(2025, 4, true),
    /** CEL rules, rule field 9. */
    CEL_RULES(2025, 6, true),
    /** SILENT_GUI_BLOCKLIST and SILENT_TTY_BLOCKLIST. */
    SPLIT_SILENCE(2026, 6, true),
    /** A rule's own button label, rule field 12. */
    BUTTON_LABEL(2026, 7, true),
    /** block_usb_mount and remount_usb_mode, preflight fields 13 and 14. */
    USB_MOUNT(2022, 1, false),
    /** override_file_access_action, preflight field 15. */
    FILE_ACCESS_ACTION(2023, 1, false),
    /** sync_type, preflight field 2; clients before it know clean_sync. */
    SYNC_TYPE(2024, 1, false),
    /** STANDALONE mode. */
    STANDALONE_MODE(2024, 11, false),
    /** rulesHash with the recipe of {@link io.gatehouse.santa.protocol.rule.RulesHash}; 2025.7 sent one of another recipe. */
    EXACT_RULES_HASH(2025, 8, false),
    /** event_detail_url and event_detail_text, preflight fields 26 and 27. */
    EVENT_DETAIL(2025, 12, false),
    /** removable_media_policy and its encrypted twin, preflight fields 36 and 37. */
    MEDIA_POLICY(2026, 3, false);

    private final SantaVersion since;
    private final boolean inRules;

    Feature(int year, int release, boolean inRules) {
        since = new SantaVersion(year, release, 0);
        this.inRules = inRules;
    }

    /** The first version that has it. */
    public SantaVersion since() {
        return since;
    }

    /** Whether it changes which rules a client can be given. */
    boolean inRules() {
        return inRules;
    }

    int bit() {
        return 1 << ordinal();
    }
}
