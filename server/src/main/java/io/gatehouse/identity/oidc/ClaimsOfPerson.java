package io.gatehouse.identity.oidc;

import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Preset;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads claims whose signature, issuer, audience, nonce and time are right already. */
final class ClaimsOfPerson {

    private static final int LONGEST_SUBJECT = 255;

    private ClaimsOfPerson() {}

    static Proof proof(IdentityProvider provider, Map<String, Object> claims) {
        Map<String, List<String>> values = ClaimValues.of(claims);
        String subject = first(values, "sub");
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new SignInRefusal(Reason.ANSWER_NOT_VALID, "The provider does not say who the person is");
        }
        refuseOverage(claims);
        checkHostedDomain(provider, values);
        return new Proof(provider, subject, emailConfirmed(provider, values), values, askedAt(claims), methods(values));
    }

    /** Entra ID leaves groups out when somebody has very many; to go on would take their roles away. */
    private static void refuseOverage(Map<String, Object> claims) {
        boolean elsewhere = claims.get("_claim_names") instanceof Map<?, ?> names && names.containsKey("groups");
        if (elsewhere || "true".equals(String.valueOf(claims.get("hasgroups")))) {
            throw new SignInRefusal(
                    Reason.GROUPS_LEFT_OUT,
                    "The person has so many groups that Entra ID left them out: in the app registration, under Token"
                            + " configuration, choose groups assigned to the application");
        }
    }

    private static void checkHostedDomain(IdentityProvider provider, Map<String, List<String>> values) {
        String wanted = OidcSettings.of(provider).hostedDomain();
        if (!wanted.isEmpty() && !wanted.equals(first(values, "hd"))) {
            throw new SignInRefusal(
                    Reason.DOMAIN_NOT_VERIFIED, "The Google account is not of the Workspace domain " + wanted);
        }
    }

    /** Entra ID says nothing of most addresses: its administrators give them. All others must vouch. */
    private static boolean emailConfirmed(IdentityProvider provider, Map<String, List<String>> values) {
        String said = first(values, "email_verified") + first(values, "xms_edov");
        return provider.preset() == Preset.ENTRA_ID && said.isEmpty() || "true".equals(said) || "1".equals(said);
    }

    private static @Nullable Instant askedAt(Map<String, Object> claims) {
        return claims.get("auth_time") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
    }

    private static Set<String> methods(Map<String, List<String>> values) {
        Set<String> methods = new HashSet<>(values.getOrDefault("amr", List.of()));
        methods.addAll(values.getOrDefault("acr", List.of()));
        return methods;
    }

    private static String first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
