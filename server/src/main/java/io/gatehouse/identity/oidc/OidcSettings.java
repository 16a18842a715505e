package io.gatehouse.identity.oidc;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Preset;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an OpenID provider is set up with.
 *
 * @param issuer as the provider writes it
 * @param scopes beside {@code openid}, with spaces between
 * @param hostedDomain the Google Workspace domain; empty for others
 */
record OidcSettings(String issuer, String clientId, String scopes, String hostedDomain) {

    static final String ISSUER = "issuer";
    static final String CLIENT_ID = "clientId";
    static final String SCOPES = "scopes";
    static final String HOSTED_DOMAIN = "hostedDomain";
    private static final String USUAL_SCOPES = "profile email";
    private static final String GOOGLE = "https://accounts.google.com";
    private static final Pattern ENTRA = Pattern.compile(
            "https://login\\.(microsoftonline\\.com|microsoftonline\\.us|partner\\.microsoftonline\\.cn)"
                    + "/[0-9a-fA-F-]{36}/v2\\.0");
    private static final int LONGEST = 1000;

    static OidcSettings of(IdentityProvider provider) {
        return new OidcSettings(
                provider.setting(ISSUER),
                provider.setting(CLIENT_ID),
                provider.setting(SCOPES),
                provider.setting(HOSTED_DOMAIN));
    }

    /** With what a sign-in cannot do without. */
    static OidcSettings complete(IdentityProvider provider) {
        OidcSettings settings = of(provider);
        if (settings.issuer.isEmpty() || settings.clientId.isEmpty()) {
            throw new SignInRefusal(Reason.PROVIDER_MISCONFIGURED, "Enter the issuer and the client ID first");
        }
        return settings;
    }

    static Map<String, String> checked(Preset preset, Map<String, String> given) {
        Map<String, String> checked = new LinkedHashMap<>();
        String issuer = preset == Preset.GOOGLE ? GOOGLE : text(given, ISSUER);
        checkIssuer(preset, issuer);
        checked.put(ISSUER, issuer);
        checked.put(CLIENT_ID, text(given, CLIENT_ID));
        String scopes = text(given, SCOPES);
        checked.put(SCOPES, scopes.isEmpty() ? USUAL_SCOPES : scopes);
        checked.put(HOSTED_DOMAIN, text(given, HOSTED_DOMAIN));
        return checked;
    }

    private static String text(Map<String, String> given, String name) {
        String text = given.getOrDefault(name, "").strip();
        if (text.length() > LONGEST || !text.chars().allMatch(character -> character >= ' ' && character < 127)) {
            throw ProblemException.invalid("settings." + name, "must be at most 1000 plain characters");
        }
        return text;
    }

    private static void checkIssuer(Preset preset, String issuer) {
        if (issuer.isEmpty()) {
            return;
        }
        if (preset == Preset.ENTRA_ID && !ENTRA.matcher(issuer).matches()) {
            throw ProblemException.invalid(
                    "settings.issuer",
                    "must be https://login.microsoftonline.com/<tenant ID>/v2.0 with the ID of your own tenant");
        }
        if (!isWebAddress(issuer)) {
            throw ProblemException.invalid(
                    "settings.issuer", "must be an https address without query, such as https://id.example.com/realm");
        }
    }

    /** Plain http is for a provider on this very machine. */
    static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean bare =
                    address.getRawUserInfo() == null && address.getRawFragment() == null && address.getHost() != null;
            return bare && ("https".equals(address.getScheme()) || isHere(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHere(URI address) {
        try {
            return "http".equals(address.getScheme())
                    && ("localhost".equals(address.getHost())
                            || InetAddress.ofLiteral(address.getHost()).isLoopbackAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
