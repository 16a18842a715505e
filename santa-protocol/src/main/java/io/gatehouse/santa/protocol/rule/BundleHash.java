package io.gatehouse.santa.protocol.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;

/** The hash of a bundle (file_bundle_hash of an event): tells whether every member has arrived. */
public final class BundleHash {

    private BundleHash() {}

    /**
     * SHA-256 over the members' SHA-256 texts, in lower case, sorted and joined.
     *
     * @param members file_sha256 of every member
     * @return 64 hexadecimal digits in lower case
     */
    public static String of(Collection<String> members) {
        MessageDigest digest = sha256();
        members.stream()
                .map(member -> member.toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(member -> digest.update(member.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
