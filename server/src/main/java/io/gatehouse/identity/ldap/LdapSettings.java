package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Preset;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a directory is set up with.
 *
 * @param address scheme {@code ldaps}, or {@code ldap} with StartTLS, host and port
 * @param certificates in PEM, that the server's certificate is or is signed by; empty: those that Java trusts
 * @param bindDn the account that looks people up
 * @param baseDn below which people are
 * @param personFilter finds one person; {@code {name}} stands for what they entered
 * @param groupBaseDn below which groups are
 * @param subjectAttribute that names a person for good
 */
record LdapSettings(
        URI address,
        String certificates,
        String bindDn,
        String baseDn,
        String personFilter,
        String groupBaseDn,
        String subjectAttribute) {

    static final String NAME = "{name}";
    private static final String ANY_FILTER = "(&(objectClass=person)(|(uid={name})(mail={name})))";
    private static final String ACTIVE_DIRECTORY_FILTER =
            "(&(objectCategory=person)(objectClass=user)(|(userPrincipalName={name})(sAMAccountName={name})(mail={name})))";
    private static final int LONGEST_CERTIFICATES = 20_000;
    private static final int LONGEST = 1_000;

    static LdapSettings of(IdentityProvider provider) {
        if (provider.setting("address").isEmpty() || provider.setting("bindDn").isEmpty()) {
            throw new SignInRefusal(
                    Reason.PROVIDER_MISCONFIGURED,
                    "Enter the directory's address and the account that looks people up");
        }
        return new LdapSettings(
                URI.create(provider.setting("address")),
                provider.setting("certificates"),
                provider.setting("bindDn"),
                provider.setting("baseDn"),
                provider.setting("personFilter"),
                provider.setting("groupBaseDn"),
                provider.setting("subjectAttribute"));
    }

    static Map<String, String> checked(Preset preset, Map<String, String> given) {
        boolean active = preset == Preset.ACTIVE_DIRECTORY;
        Map<String, String> checked = new LinkedHashMap<>();
        checked.put("address", address(text(given, "address", "")));
        checked.put("certificates", certificates(given));
        checked.put("bindDn", text(given, "bindDn", ""));
        checked.put("baseDn", name("baseDn", text(given, "baseDn", "")));
        checked.put("personFilter", filter(text(given, "personFilter", active ? ACTIVE_DIRECTORY_FILTER : ANY_FILTER)));
        checked.put("groupBaseDn", name("groupBaseDn", text(given, "groupBaseDn", checked.get("baseDn"))));
        checked.put(
                "subjectAttribute", attribute(text(given, "subjectAttribute", active ? "objectGUID" : "entryUUID")));
        return checked;
    }

    boolean startsTls() {
        return "ldap".equals(address.getScheme()) && !isHere(address.getHost());
    }

    boolean isTls() {
        return "ldaps".equals(address.getScheme());
    }

    int port() {
        return address.getPort() >= 0 ? address.getPort() : isTls() ? 636 : 389;
    }

    private static String text(Map<String, String> given, String field, String usual) {
        String text = given.getOrDefault(field, "").strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("settings." + field, "must be one line of at most 1000 characters");
        }
        return text.isEmpty() ? usual : text;
    }

    private static String address(String text) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI address = new URI(text);
            boolean known = "ldaps".equals(address.getScheme()) || "ldap".equals(address.getScheme());
            boolean bare = address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawPath().isEmpty();
            if (known && bare && address.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Refused as any other.
        }
        throw ProblemException.invalid(
                "settings.address", "must be ldaps://host or ldap://host, perhaps with a port; ldap:// uses StartTLS");
    }

    private static String certificates(Map<String, String> given) {
        String text = given.getOrDefault("certificates", "").strip();
        if (text.length() > LONGEST_CERTIFICATES) {
            throw ProblemException.invalid("settings.certificates", "must be at most 20,000 characters");
        }
        try {
            Trust.read(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "settings.certificates",
                    "must be certificates in PEM, each from BEGIN CERTIFICATE to END CERTIFICATE");
        }
    }

    private static String name(String field, String text) {
        if (!DN.isValidDN(text)) {
            throw ProblemException.invalid("settings." + field, "must be a name such as ou=people,dc=example,dc=com");
        }
        return text;
    }

    private static String filter(String text) {
        try {
            Filter.create(text.replace(NAME, "a"));
            if (text.contains(NAME)) {
                return text;
            }
        } catch (LDAPException e) {
            // Refused as one without a place for the name.
        }
        throw ProblemException.invalid(
                "settings.personFilter", "must be a filter with {name} in it, such as (mail={name})");
    }

    private static String attribute(String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9-]{0,60}")) {
            throw ProblemException.invalid("settings.subjectAttribute", "must be an attribute such as entryUUID");
        }
        return text;
    }

    /** On this very machine nobody listens in between. */
    private static boolean isHere(String host) {
        try {
            return "localhost".equals(host) || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
