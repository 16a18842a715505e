package io.gatehouse.santa.sync;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Mac says of itself, bounded and free of control characters. Written only when it differs from what was said
 * last.
 */
record Inventory(
        String serialNumber,
        String hostname,
        String osVersion,
        String osBuild,
        String modelIdentifier,
        String santaVersion,
        String primaryUser,
        List<String> primaryUserGroups,
        String pushToken,
        long sipStatus,
        String clientMode) {

    private static final int LONGEST = 255;
    private static final int LONGEST_TOKEN = 4_096;
    private static final int MOST_GROUPS = 200;

    static Inventory of(PreflightRequest said) {
        return new Inventory(
                text(said.serialNumber(), LONGEST),
                text(said.hostname(), LONGEST),
                text(said.osVersion(), LONGEST),
                text(said.osBuild(), LONGEST),
                text(said.modelIdentifier(), LONGEST),
                text(said.santaVersion(), LONGEST),
                text(said.primaryUser(), LONGEST),
                said.primaryUserGroups().stream()
                        .limit(MOST_GROUPS)
                        .map(group -> text(group, LONGEST))
                        .toList(),
                text(said.pushNotificationToken(), LONGEST_TOKEN),
                said.sipStatus(),
                text(said.clientMode().text(), LONGEST));
    }

    /** Tells equal inventories from others; 16 bytes. */
    ByteBuffer hash() {
        HashStream128 stream = Hashing.xxh3_128().hashStream();
        for (String text : List.of(
                serialNumber,
                hostname,
                osVersion,
                osBuild,
                modelIdentifier,
                santaVersion,
                primaryUser,
                pushToken,
                clientMode)) {
            stream.putString(text);
        }
        stream.putLong(sipStatus);
        primaryUserGroups.forEach(stream::putString);
        HashValue128 value = stream.get();
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .flip();
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("serial_number", serialNumber);
        columns.put("hostname", hostname);
        columns.put("os_version", osVersion);
        columns.put("os_build", osBuild);
        columns.put("model_identifier", modelIdentifier);
        columns.put("santa_version", santaVersion);
        columns.put("primary_user", primaryUser);
        columns.put("primary_user_groups", primaryUserGroups);
        columns.put("push_token", pushToken);
        columns.put("sip_status", sipStatus);
        columns.put("client_mode", clientMode);
        columns.put("inventory_hash", HexFormat.of().formatHex(hash().array()));
        return columns;
    }

    /** A text of a Mac, fit to keep: bounded and free of control characters. */
    static String text(String said, int longest) {
        return said.length() <= longest && isPlain(said) ? said : cleaned(said, longest);
    }

    /** Most texts are: they need no second look. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~') {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String said, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(said.length(), longest));
        said.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .limit(longest)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
