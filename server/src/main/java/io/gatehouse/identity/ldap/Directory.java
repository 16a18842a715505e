package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Asks a directory whether a name and a password belong together: looks the person up as an account of the organization's,
 * then signs in as the person on a connection of its own. For somebody who is not there it does the same with a name that
 * nobody has, so that the time tells nothing.
 */
@Component
final class Directory {

    private static final int MOST_AT_ONCE = 20;
    private static final String PASSWORD_METHOD = "pwd";

    private final Connections connections;
    private final Providers providers;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Directory(Connections connections, Providers providers, Clock clock) {
        this.connections = connections;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * The person whose name and password these are.
     *
     * @throws SignInRefusal when they are nobody's, or the directory cannot be asked
     */
    Proof prove(IdentityProvider provider, String name, String password) {
        if (password.isEmpty()) {
            // A bind without password succeeds as nobody, whatever the name.
            throw wrongPassword();
        }
        if (!places.tryAcquire()) {
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Too many people are signing in right now: try again soon");
        }
        try {
            return admitted(provider, LdapSettings.of(provider), name, password);
        } finally {
            places.release();
        }
    }

    private Proof admitted(IdentityProvider provider, LdapSettings settings, String name, String password) {
        try (LDAPConnection service = openAsService(provider, settings)) {
            Optional<SearchResultEntry> person = find(service, settings, name);
            String dn = person.map(SearchResultEntry::getDN).orElseGet(() -> nobody(settings));
            boolean right = isRight(settings, dn, password);
            if (!right || person.isEmpty()) {
                throw wrongPassword();
            }
            return proof(provider, settings, person.get(), Groups.of(service, settings, person.get()));
        }
    }

    /** The connection by which people are looked up. */
    LDAPConnection openAsService(IdentityProvider provider, LdapSettings settings) {
        String secret = providers
                .secret(provider)
                .orElseThrow(
                        () -> new SignInRefusal(Reason.WRONG_SECRET, "Enter the password of " + settings.bindDn()));
        LDAPConnection connection = connections.open(settings);
        try {
            connection.bind(new SimpleBindRequest(settings.bindDn(), secret));
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    ? new SignInRefusal(
                            Reason.WRONG_SECRET, "The directory does not accept the password of " + settings.bindDn())
                    : new SignInRefusal(
                            Reason.PROVIDER_MISCONFIGURED, settings.bindDn() + " cannot sign in: " + e.getMessage());
        }
    }

    /** The one person of that name; two are as good as none. */
    static Optional<SearchResultEntry> find(LDAPConnection service, LdapSettings settings, String name) {
        try {
            Filter filter = Filter.create(settings.personFilter().replace(LdapSettings.NAME, Filter.encodeValue(name)));
            SearchRequest request =
                    new SearchRequest(settings.baseDn(), SearchScope.SUB, filter, "*", settings.subjectAttribute());
            request.setSizeLimit(2);
            List<SearchResultEntry> found =
                    Objects.requireNonNull(service.search(request).getSearchEntries());
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw failed(settings, e);
        } catch (LDAPException e) {
            throw failed(settings, e);
        }
    }

    private boolean isRight(LdapSettings settings, String dn, String password) {
        try (LDAPConnection own = connections.open(settings)) {
            ResultCode result = own.bind(new SimpleBindRequest(dn, password)).getResultCode();
            return result.equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                return false;
            }
            throw new SignInRefusal(Reason.PROVIDER_UNREACHABLE, "The directory went away: " + e.getMessage());
        }
    }

    private Proof proof(IdentityProvider provider, LdapSettings settings, SearchResultEntry person, Groups groups) {
        Map<String, List<String>> claims = EntryClaims.of(person);
        claims.put("groups", groups.names());
        claims.put("groupNames", groups.shortNames());
        return new Proof(
                provider,
                EntryClaims.subject(person, settings.subjectAttribute()),
                true,
                claims,
                clock.instant(),
                Set.of(PASSWORD_METHOD));
    }

    private static String nobody(LdapSettings settings) {
        return "cn=" + Ids.next() + "," + settings.baseDn();
    }

    private static SignInRefusal wrongPassword() {
        return new SignInRefusal(Reason.WRONG_PASSWORD, "The directory knows no such name with that password");
    }

    private static SignInRefusal failed(LdapSettings settings, LDAPException failure) {
        return failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                ? new SignInRefusal(
                        Reason.PROVIDER_MISCONFIGURED, "There is no " + settings.baseDn() + " in the directory")
                : new SignInRefusal(
                        Reason.PROVIDER_MISCONFIGURED,
                        "The directory does not answer the search: " + failure.getMessage());
    }
}
