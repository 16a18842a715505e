package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entry says of its person: its texts, without passwords and pictures. */
final class EntryClaims {

    private static final int LONGEST = 1_000;
    private static final int MOST = 200;
    private static final int LONGEST_SUBJECT = 255;
    private static final Set<String> SECRET =
            Set.of("userpassword", "unicodepwd", "sambantpassword", "sambalmpassword");

    private EntryClaims() {}

    static Map<String, List<String>> of(SearchResultEntry entry) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            List<String> texts = texts(attribute);
            boolean told = !texts.isEmpty()
                    && claims.size() < MOST
                    && !SECRET.contains(attribute.getBaseName().toLowerCase(Locale.ROOT));
            if (told) {
                claims.put(attribute.getName(), texts);
            }
        }
        return claims;
    }

    /** The name that stays the same whatever becomes of the person; directories keep some of them as bytes. */
    static String subject(SearchResultEntry entry, String attribute) {
        Attribute found = entry.getAttribute(attribute);
        byte @Nullable [] known = found == null ? null : found.getValueByteArray();
        byte[] value = known == null ? new byte[0] : known;
        String subject = text(value)
                .filter(text -> !attribute.equalsIgnoreCase("objectGUID"))
                .orElseGet(() -> HexFormat.of().formatHex(value));
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new SignInRefusal(
                    Reason.PROVIDER_MISCONFIGURED,
                    entry.getDN() + " has no " + attribute + ": name an attribute that every person has for good");
        }
        return subject;
    }

    private static List<String> texts(Attribute attribute) {
        return Arrays.stream(attribute.getValueByteArrays())
                .limit(MOST)
                .map(EntryClaims::text)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean plain =
                    !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
