package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Places;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks a directory whether a name and a password belong together: looks the person up as an account of the organization's,
 * then signs in as the person on a connection of its own. For somebody who is not there it does the same with a name that
 * nobody has, so that the time tells nothing.
 */
@Component
final class Directory {

    static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 40;
    private static final int MOST_OF_ONE = 5;
    private static final String PASSWORD_METHOD = "pwd";

    private final Connections connections;
    private final Providers providers;
    private final Clock clock;
    private final Places places = new Places(MOST_AT_ONCE, MOST_OF_ONE, Duration.ZERO);

    Directory(Connections connections, Providers providers, Clock clock) {
        this.connections = connections;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Does something that asks the provider's directory.
     *
     * @throws SignInRefusal when its organization, or all together, ask too much already
     */
    <T> T admitted(IdentityProvider provider, Supplier<T> work) {
        try (Places.Place place = places.enter(provider.organization()).orElseThrow(Directory::tooMany)) {
            Objects.requireNonNull(place);
            return work.get();
        }
    }

    /**
     * The person whose name and password these are; empty when they are nobody's.
     *
     * @param mayTry whether the password of whoever has that whole name may be tried
     * @throws SignInRefusal when the directory cannot be asked
     */
    Optional<Proof> prove(IdentityProvider provider, String name, String password, Predicate<String> mayTry) {
        if (password.isEmpty()) {
            // A bind without password succeeds as nobody, whatever the name.
            return Optional.empty();
        }
        LdapSettings settings = LdapSettings.of(provider);
        try (Attempt attempt = new Attempt(LONGEST)) {
            LDAPConnection service = openAsService(provider, settings, attempt);
            // Who may not be tried is treated as somebody who is not there: else names of one person would show as
            // such.
            Optional<SearchResultEntry> person =
                    find(service, settings, name).filter(entry -> mayTry.test(Groups.normalized(entry.getDN())));
            String dn = person.map(SearchResultEntry::getDN).orElseGet(() -> nobody(settings));
            boolean right = isRight(settings, attempt, dn, password);
            return person.filter(_ -> right)
                    .map(entry -> proof(provider, settings, entry, Groups.of(service, settings, entry)));
        }
    }

    /** The connection by which people are looked up. */
    LDAPConnection openAsService(IdentityProvider provider, LdapSettings settings, Attempt attempt) {
        String secret = providers
                .secret(provider)
                .orElseThrow(
                        () -> new SignInRefusal(Reason.WRONG_SECRET, "Enter the password of " + settings.bindDn()));
        LDAPConnection connection = connections.open(settings, attempt);
        try {
            connection.bind(new SimpleBindRequest(settings.bindDn(), secret));
            return connection;
        } catch (LDAPException e) {
            throw e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    ? new SignInRefusal(
                            Reason.WRONG_SECRET, "The directory does not accept the password of " + settings.bindDn())
                    : new SignInRefusal(reason(e), settings.bindDn() + " cannot sign in: " + e.getMessage());
        }
    }

    /** The one person of that name; two are as good as none. */
    static Optional<SearchResultEntry> find(LDAPConnection service, LdapSettings settings, String name) {
        try {
            Filter filter = Filter.create(settings.personFilter().replace(LdapSettings.NAME, Filter.encodeValue(name)));
            return Entries.find(
                            service,
                            settings.baseDn(),
                            filter,
                            1,
                            Function.identity(),
                            "*",
                            settings.subjectAttribute())
                    .stream()
                    .findFirst();
        } catch (Entries.TooMany e) {
            return Optional.empty();
        } catch (LDAPException e) {
            throw failed(settings, e);
        }
    }

    private boolean isRight(LdapSettings settings, Attempt attempt, String dn, String password) {
        try {
            ResultCode result = connections
                    .open(settings, attempt)
                    .bind(new SimpleBindRequest(dn, password))
                    .getResultCode();
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

    private static SignInRefusal tooMany() {
        return new SignInRefusal(
                Reason.SERVER_BUSY, "Too many people of the organization are signing in: try again in a minute");
    }

    /** A connection that broke off, perhaps because its time was over, is no answer. */
    static Reason reason(LDAPException failure) {
        return failure.getResultCode().isConnectionUsable()
                ? Reason.PROVIDER_MISCONFIGURED
                : Reason.PROVIDER_UNREACHABLE;
    }

    private static SignInRefusal failed(LdapSettings settings, LDAPException failure) {
        return failure.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                ? new SignInRefusal(
                        Reason.PROVIDER_MISCONFIGURED, "There is no " + settings.baseDn() + " in the directory")
                : new SignInRefusal(
                        reason(failure), "The directory does not answer the search: " + failure.getMessage());
    }
}
