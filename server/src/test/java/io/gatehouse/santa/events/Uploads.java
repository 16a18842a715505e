package io.gatehouse.santa.events;

import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireException;
import io.gatehouse.santa.protocol.wire.WireFormat;
import io.gatehouse.santa.protocol.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Uploads written by hand, as JSON. */
public final class Uploads {

    private static final SantaCodec CODEC = new SantaCodec(WireLimits.DEFAULT);

    /** An execution with every field of the protocol set to a value of its own. */
    public static final String EVERY_FIELD = """
            {"file_sha256": "%s", "file_path": "/Applications/Chess.app/Contents/MacOS", "file_name": "Chess",
             "executing_user": "ada", "execution_time": %s, "logged_in_users": ["ada", "bob"],
             "current_sessions": ["ada@console", "bob@ttys001"], "decision": "BLOCK_SIGNINGID",
             "file_bundle_id": "com.example.chess", "file_bundle_path": "/Applications/Chess.app",
             "file_bundle_executable_rel_path": "Contents/MacOS/Chess", "file_bundle_name": "Chess for All",
             "file_bundle_version": "7.1", "file_bundle_version_string": "7.1 (2026)", "file_bundle_hash": "%s",
             "file_bundle_hash_millis": 1234, "file_bundle_binary_count": 3, "pid": 4711, "ppid": 42,
             "parent_name": "launchd", "team_id": "ABCDE12345", "signing_id": "ABCDE12345:com.example.chess",
             "cdhash": "0123456789abcdef0123456789abcdef01234567",
             "quarantine_data_url": "https://example.com/chess.dmg", "quarantine_referer_url": "https://example.com/",
             "quarantine_timestamp": 1700000001, "quarantine_agent_bundle_id": "com.apple.Safari",
             "signing_chain": [
               {"sha256": "1111111111111111111111111111111111111111111111111111111111111111", "cn": "Developer ID: Chess",
                "org": "Chess Inc", "ou": "ABCDE12345", "valid_from": 1600000000, "valid_until": 1900000000},
               {"sha256": "2222222222222222222222222222222222222222222222222222222222222222", "cn": "Developer ID CA",
                "org": "Apple Inc.", "ou": "Apple", "valid_from": 1500000000, "valid_until": 1950000000}],
             "entitlementInfo": {"entitlementsFiltered": true,
               "entitlements": [{"key": "com.apple.security.app-sandbox", "value": "true"}]},
             "csFlags": 570503953, "signingStatus": "SIGNING_STATUS_PRODUCTION", "secureSigningTime": 1690000000,
             "signingTime": 1690000001, "static_rule": true}""";

    private Uploads() {}

    /** A request of these events. */
    public static EventUploadRequest of(String... events) {
        return request("{\"events\": [" + String.join(",", events) + "]}");
    }

    /** A request as a client would send it. */
    public static EventUploadRequest request(String json) {
        try {
            return CODEC.read(EventUploadRequest.class, WireFormat.JSON, json.getBytes(StandardCharsets.UTF_8));
        } catch (WireException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A small execution. */
    public static String execution(String sha256, double time, String decision, int pid) {
        return """
                {"file_sha256": "%s", "file_path": "/usr/local/bin", "file_name": "tool", "executing_user": "ada",
                 "execution_time": %s, "decision": "%s", "pid": %d, "ppid": 1, "parent_name": "zsh",
                 "logged_in_users": ["ada"], "current_sessions": ["ada@console"], "signing_id": "platform:tool"}
                """.formatted(sha256, time, decision, pid);
    }

    /** A member of a bundle, as sent on request. */
    public static String member(String sha256, String bundleHash, int count) {
        return """
                {"file_sha256": "%s", "file_path": "/Applications/Chess.app/Contents", "file_name": "part",
                 "decision": "BUNDLE_BINARY", "file_bundle_hash": "%s", "file_bundle_binary_count": %d,
                 "file_bundle_id": "com.example.chess", "file_bundle_name": "Chess for All", "signing_id": "platform:part",
                 "team_id": "ABCDE12345"}
                """.formatted(sha256, bundleHash, count);
    }

    /** SHA-256 in hexadecimal digits; also a way to make up a file. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
