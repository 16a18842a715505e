package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.gatehouse.identity.providers.ClaimNames;
import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Preset;
import io.gatehouse.identity.providers.ProviderKind;
import io.gatehouse.identity.providers.SignInRefusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Directories that are asked whether a name and a password belong together. */
@Component
final class LdapKind implements ProviderKind {

    private final Directory directory;

    LdapKind(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Kind kind() {
        return Kind.LDAP;
    }

    @Override
    public Map<String, String> checked(Preset preset, Map<String, String> settings) {
        return LdapSettings.checked(preset, settings);
    }

    @Override
    public ClaimNames usualClaims(Preset preset) {
        return new ClaimNames("mail", "displayName", "department", "title", "", "");
    }

    @Override
    public SequencedMap<String, String> addresses(IdentityProvider provider) {
        return new LinkedHashMap<>();
    }

    /** A search for nobody shows whether the connection, the account, the base and the filter are right. */
    @Override
    public List<Finding> diagnose(IdentityProvider provider) {
        List<Finding> findings = new ArrayList<>();
        try {
            directory.admitted(provider, () -> tryOut(provider, findings));
        } catch (SignInRefusal refusal) {
            findings.add(Finding.error(refusal));
        }
        return findings;
    }

    private boolean tryOut(IdentityProvider provider, List<Finding> findings) {
        LdapSettings settings = LdapSettings.of(provider);
        try (Attempt attempt = new Attempt(Directory.LONGEST)) {
            LDAPConnection service = directory.openAsService(provider, settings, attempt);
            findings.add(Finding.ok("bind", settings.bindDn() + " can sign in"));
            Directory.find(service, settings, "nobody has this name");
            findings.add(Finding.ok("search", "People can be looked up below " + settings.baseDn()));
            return true;
        }
    }
}
