package io.gatehouse.testkit.fleet.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Sync v1 as a table: every message with field numbers, types and JSON names, and every enum with its aliases. */
public final class Protocol {
    private static final String DEFINITION = """
            message PreflightRequest
              1 string serial_number serial_num
              2 string hostname
              3 string os_version
              4 string os_build
              5 string model_identifier
              6 string santa_version
              7 string primary_user
              8 string push_notification_token
              9 enum:ClientMode client_mode
              10 bool request_clean_sync
              11 uint32 binary_rule_count
              12 uint32 certificate_rule_count
              13 uint32 compiler_rule_count
              14 uint32 transitive_rule_count
              15 uint32 teamid_rule_count
              16 uint32 signingid_rule_count
              17 uint32 cdhash_rule_count
              18 string machine_id
              19 bool push_notification_sync
              20 uint32 sip_status sipStatus
              21 string[] primary_user_groups
              22 string rules_hash rulesHash
            message PreflightResponse
              1 enum:ClientMode client_mode
              2 enum:SyncType sync_type
              3 uint32 batch_size
              4 bool enable_bundles
              5 bool enable_transitive_rules
              6 bool enable_all_event_upload
              7 bool disable_unknown_event_upload
              8 uint32 full_sync_interval_seconds full_sync_interval
              9 uint32 push_notification_full_sync_interval_seconds push_notification_full_sync_interval
              10 uint32 push_notification_global_rule_sync_deadline_seconds push_notification_global_rule_sync_deadline
              11 string allowed_path_regex
              12 string blocked_path_regex
              13 bool block_usb_mount
              14 string[] remount_usb_mode
              15 enum:FileAccessAction override_file_access_action
              26 string event_detail_url
              27 string event_detail_text
              36 message:MediaPolicy removable_media_policy
              37 message:MediaPolicy encrypted_removable_media_policy
              1000 bool enabled_transitive_whitelisting
              1001 bool transitive_whitelisting_enabled
              1002 bool bundles_enabled
              1003 uint32 fcm_full_sync_interval
              1004 uint32 fcm_global_rule_sync_deadline
              1005 string whitelist_regex
              1006 string blacklist_regex
              1007 bool clean_sync
            message MediaPolicy
              1 bool allow
              2 bool block
              3 message:MediaRemount remount
            message MediaRemount
              1 string[] flags
            message EventUploadRequest
              1 message:Event[] events
              2 string machine_id
              4 message:FileAccessEvent[] file_access_events
            message EventUploadResponse
              1 string[] event_upload_bundle_binaries
            message Event
              1 string file_sha256
              2 string file_path
              3 string file_name
              4 string executing_user
              5 double execution_time
              6 string[] logged_in_users
              7 string[] current_sessions
              8 enum:Decision decision
              9 string file_bundle_id
              10 string file_bundle_path
              11 string file_bundle_executable_rel_path
              12 string file_bundle_name
              13 string file_bundle_version
              14 string file_bundle_version_string
              15 string file_bundle_hash
              16 uint32 file_bundle_hash_millis
              17 uint32 file_bundle_binary_count
              18 int32 pid
              19 int32 ppid
              20 string parent_name
              21 string team_id
              22 string signing_id
              23 string cdhash
              24 string quarantine_data_url
              25 string quarantine_referer_url
              26 uint32 quarantine_timestamp
              27 string quarantine_agent_bundle_id
              28 message:Certificate[] signing_chain
              29 message:EntitlementInfo entitlement_info entitlementInfo
              30 uint32 cs_flags csFlags
              31 enum:SigningStatus signing_status signingStatus
              32 uint32 secure_signing_time secureSigningTime
              33 uint32 signing_time signingTime
              34 bool static_rule
            message Certificate
              1 string sha256
              2 string cn
              3 string org
              4 string ou
              5 uint32 valid_from
              6 uint32 valid_until
            message EntitlementInfo
              1 bool entitlements_filtered entitlementsFiltered
              2 message:Entitlement[] entitlements
            message Entitlement
              1 string key
              2 string value
            message FileAccessEvent
              1 string rule_version
              2 string rule_name
              3 string target
              4 message:Process[] process_chain
              5 double access_time
              6 enum:FileAccessDecision decision
            message Process
              1 string file_path
              2 string cdhash
              3 string file_sha256
              4 string signing_id
              5 string team_id
              6 int32 pid
              7 message:Certificate[] signing_chain
            message RuleDownloadRequest
              1 string cursor
              2 string machine_id
            message RuleDownloadResponse
              1 message:Rule[] rules
              2 string cursor
            message Rule
              1 string identifier
              2 enum:Policy policy
              3 enum:RuleType rule_type
              4 string custom_msg
              5 string custom_url
              6 string file_bundle_hash
              7 uint32 file_bundle_binary_count
              8 string notification_app_name
              9 string cel_expr
              12 string event_detail_button_label
              1000 string sha256
            message PostflightRequest
              1 uint32 rules_received
              2 uint32 rules_processed
              3 string machine_id
              4 enum:SyncType sync_type syncType
              5 string rules_hash rulesHash
            message PostflightResponse
            enum ClientMode
              1 MONITOR
              2 LOCKDOWN
              3 STANDALONE
            enum SyncType
              1 NORMAL normal
              2 CLEAN clean
              3 CLEAN_ALL clean_all
              4 CLEAN_STANDALONE
              5 CLEAN_RULES
              6 CLEAN_FILE_ACCESS_RULES
            enum FileAccessAction
              1 NONE None
              2 AUDIT_ONLY AuditOnly
              3 DISABLE Disable
            enum FileAccessDecision
              1 FILE_ACCESS_DECISION_DENIED
              2 FILE_ACCESS_DECISION_DENIED_INVALID_SIGNATURE
              3 FILE_ACCESS_DECISION_AUDIT_ONLY
            enum Policy
              1 ALLOWLIST WHITELIST
              2 ALLOWLIST_COMPILER WHITELIST_COMPILER
              3 BLOCKLIST BLACKLIST
              4 SILENT_BLOCKLIST SILENT_BLACKLIST
              5 REMOVE
              6 CEL
              8 SILENT_GUI_BLOCKLIST
              9 SILENT_TTY_BLOCKLIST
            enum RuleType
              1 BINARY
              2 CERTIFICATE
              3 TEAMID
              4 SIGNINGID
              5 CDHASH
            enum Decision
              1 ALLOW_UNKNOWN
              2 ALLOW_BINARY
              3 ALLOW_CERTIFICATE
              4 ALLOW_SCOPE
              5 ALLOW_TEAMID
              6 ALLOW_SIGNINGID
              7 ALLOW_CDHASH
              8 BLOCK_UNKNOWN
              9 BLOCK_BINARY
              10 BLOCK_CERTIFICATE
              11 BLOCK_SCOPE
              12 BLOCK_TEAMID
              13 BLOCK_SIGNINGID
              14 BLOCK_CDHASH
              15 BUNDLE_BINARY
              19 ALLOW_PLATFORM
            enum SigningStatus
              1 SIGNING_STATUS_UNSIGNED
              2 SIGNING_STATUS_INVALID
              3 SIGNING_STATUS_ADHOC
              4 SIGNING_STATUS_DEVELOPMENT
              5 SIGNING_STATUS_PRODUCTION
            """;

    private static final Map<String, Schema> SCHEMAS = new HashMap<>();
    private static final Map<String, EnumType> ENUMS = new HashMap<>();

    static {
        String heading = "";
        for (String line : DEFINITION.lines().toList()) {
            heading = read(heading, line);
        }
    }

    private Protocol() {}

    /** The message of that name, as the protocol spells it. */
    public static Schema message(String name) {
        return Objects.requireNonNull(SCHEMAS.get(name), () -> "no message " + name);
    }

    /** The enum of that name, as the protocol spells it. */
    public static EnumType enumeration(String name) {
        return Objects.requireNonNull(ENUMS.get(name), () -> "no enum " + name);
    }

    /** Reads one line of the definition; {@code heading} is the message or enum that it belongs to. */
    private static String read(String heading, String line) {
        if (line.startsWith("message ")) {
            SCHEMAS.put(line.substring(8), new Schema(line.substring(8)));
            return line;
        }
        if (line.startsWith("enum ")) {
            ENUMS.put(line.substring(5), new EnumType());
            return line;
        }
        if (heading.startsWith("message ")) {
            message(heading.substring(8)).add(Field.parse(line));
        } else {
            enumeration(heading.substring(5)).add(line);
        }
        return heading;
    }
}
