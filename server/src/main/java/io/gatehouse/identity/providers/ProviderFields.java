package io.gatehouse.identity.providers;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider as the book tells of it. */
final class ProviderFields {

    private static final int LONGEST = 300;

    private ProviderFields() {}

    static Map<String, @Nullable Object> of(IdentityProvider provider) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("kind", provider.kind());
        fields.put("name", provider.name());
        provider.settings().forEach((name, value) -> fields.put("settings." + name, shortened(value)));
        fields.put("secret", provider.hasSecret() ? "kept" : "none");
        fields.put(
                "secretExpiresOn",
                provider.secretExpiresOn() == null
                        ? null
                        : provider.secretExpiresOn().toString());
        fields.put("claimNames", provider.claimNames().toString());
        fields.put("secondFactorMethods", provider.secondFactorMethods());
        return fields;
    }

    static Map<String, @Nullable Object> of(IdentityProvider provider, boolean newSecret) {
        Map<String, @Nullable Object> fields = of(provider);
        if (newSecret) {
            fields.put("secret", "replaced");
        }
        return fields;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
