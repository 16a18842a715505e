package io.gatehouse.identity.oidc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes claims names with texts; what lies within another claim gets a name with dots: {@code realm_access.roles}. */
final class ClaimValues {

    private static final Set<String> OF_THE_PROTOCOL = Set.of(
            "nonce", "at_hash", "c_hash", "s_hash", "exp", "iat", "nbf", "jti", "sid", "azp", "rh", "uti", "aio");
    private static final int DEEPEST = 3;
    private static final int MOST_NAMES = 200;
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST = 2_000;

    private final Map<String, List<String>> all = new LinkedHashMap<>();

    private ClaimValues() {}

    static Map<String, List<String>> of(Map<String, ?> claims) {
        ClaimValues values = new ClaimValues();
        claims.forEach((name, value) -> {
            if (!OF_THE_PROTOCOL.contains(name)) {
                values.add(name, value, 1);
            }
        });
        return values.all;
    }

    private void add(String name, @Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> inner) {
            if (depth < DEEPEST) {
                inner.forEach((key, member) -> add(name + "." + key, member, depth + 1));
            }
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> put(name, one));
        } else {
            put(name, value);
        }
    }

    private void put(String name, @Nullable Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!plain
                || value == null
                || name.length() > LONGEST
                || value.toString().length() > LONGEST) {
            return;
        }
        if (!all.containsKey(name) && all.size() >= MOST_NAMES) {
            return;
        }
        List<String> values = all.computeIfAbsent(name, _ -> new ArrayList<>());
        if (values.size() < MOST_VALUES) {
            values.add(value.toString());
        }
    }
}
