package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.NameResolver;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.OutgoingGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connects to directories: only where the installation allows it, encrypted, not for long, and not further by referrals. */
@Component
final class Connections {

    private static final int CONNECT_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private final OutgoingGuard guard;

    Connections(OutgoingGuard guard) {
        this.guard = guard;
    }

    /**
     * A connection that nobody has signed in on yet; it ends with the attempt.
     *
     * @throws SignInRefusal saying which step failed
     */
    LDAPConnection open(LdapSettings settings, Attempt attempt) {
        LDAPConnectionOptions options = options(addresses(settings.address().getHost()));
        SSLContext tls = Trust.context(settings.certificates());
        try {
            return connect(settings, options, tls, attempt);
        } catch (LDAPException e) {
            throw new SignInRefusal(Reason.PROVIDER_UNREACHABLE, words(settings, e));
        }
    }

    private static LDAPConnection connect(
            LdapSettings settings, LDAPConnectionOptions options, SSLContext tls, Attempt attempt)
            throws LDAPException {
        SocketFactory sockets = settings.isTls() ? tls.getSocketFactory() : SocketFactory.getDefault();
        LDAPConnection connection = attempt.add(
                new LDAPConnection(sockets, options, settings.address().getHost(), settings.port()));
        if (settings.startsTls()) {
            ResultCode result = connection
                    .processExtendedOperation(new StartTLSExtendedRequest(tls))
                    .getResultCode();
            if (!result.equals(ResultCode.SUCCESS)) {
                throw new LDAPException(ResultCode.CONFIDENTIALITY_REQUIRED, "it does not offer StartTLS");
            }
        }
        return connection;
    }

    /** Looked up once: what is checked is what is connected to. */
    private InetAddress[] addresses(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            for (InetAddress address : addresses) {
                if (!guard.allows(address)) {
                    throw new SignInRefusal(
                            Reason.CONNECTION_NOT_ALLOWED,
                            "This installation does not connect to " + host
                                    + ": ask whoever operates it to name its network in gatehouse.outgoing.networks");
                }
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new SignInRefusal(Reason.PROVIDER_UNREACHABLE, "There is no host " + host);
        }
    }

    static LDAPConnectionOptions options(InetAddress[] addresses) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setMaxMessageSize(LARGEST_MESSAGE);
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setBindWithDNRequiresPassword(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        options.setNameResolver(new Resolved(addresses));
        return options;
    }

    private static String words(LdapSettings settings, LDAPException failure) {
        String where = settings.address().getHost() + ":" + settings.port();
        String what = String.valueOf(failure.getMessage());
        boolean certificate = what.contains("PKIX") || what.contains("certificate") || what.contains("SSL");
        return certificate
                ? "The certificate of " + where + " is not trusted: enter the one that it is signed by. " + what
                : where + " cannot be reached: " + what;
    }

    private static final class Resolved extends NameResolver {

        private final InetAddress[] addresses;

        Resolved(InetAddress[] addresses) {
            this.addresses = addresses.clone();
        }

        @Override
        public InetAddress getByName(@Nullable String host) {
            return addresses[0];
        }

        @Override
        public InetAddress[] getAllByName(@Nullable String host) {
            return addresses.clone();
        }

        @Override
        public void toString(StringBuilder text) {
            text.append("Resolved");
        }
    }
}
