package io.gatehouse.identity.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.listener.CannedResponseRequestHandler;
import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Directories that answer with other than what they were asked for. */
@Timeout(60)
final class HostileDirectoryTest {

    private static final LdapSettings SETTINGS = new LdapSettings(
            URI.create("ldap://localhost"), "", "", "dc=test", "(uid={name})", "ou=groups,dc=test", "entryUUID");
    private static final SearchResultEntry ADA = new SearchResultEntry("uid=ada,dc=test", List.of());

    private @Nullable LDAPListener listener;

    @AfterEach
    void stop() {
        if (listener != null) {
            listener.shutDown(true);
        }
    }

    @Test
    void moreGroupsThanAnybodyHasAreNotKept() throws Exception {
        try (Attempt attempt = new Attempt(Duration.ofMinutes(1))) {
            LDAPConnection connection = attempt.add(connected(entries(5_000, "cn=group-%d,dc=test")));
            assertThatExceptionOfType(SignInRefusal.class)
                    .isThrownBy(() -> Groups.of(connection, SETTINGS, ADA))
                    .matches(refusal -> refusal.reason() == Reason.GROUPS_LEFT_OUT);
            assertThat(connection.isConnected()).as("nothing more is read").isFalse();
        }
    }

    @Test
    void namesOfMegabytesAreNotKept() throws Exception {
        try (Attempt attempt = new Attempt(Duration.ofMinutes(1))) {
            LDAPConnection connection = attempt.add(connected(entries(1, "cn=%d" + "a".repeat(1 << 20) + ",dc=test")));
            assertThatExceptionOfType(SignInRefusal.class)
                    .isThrownBy(() -> Groups.of(connection, SETTINGS, ADA))
                    .matches(refusal -> refusal.reason() == Reason.GROUPS_LEFT_OUT);
        }
    }

    @Test
    void morePeopleThanAskedForAreNobody() throws Exception {
        try (Attempt attempt = new Attempt(Duration.ofMinutes(1))) {
            LDAPConnection connection = attempt.add(connected(entries(5_000, "uid=person-%d,dc=test")));
            assertThat(Directory.find(connection, SETTINGS, "ada")).isEmpty();
            assertThat(connection.isConnected()).isFalse();
        }
    }

    /** Each word comes soon enough for the wait for one answer; only the whole has an end. */
    @Test
    void anAnswerWithoutEndEndsWithTheAttempt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Attempt attempt = new Attempt(Duration.ofMillis(300))) {
            Thread.ofVirtual().start(() -> trickle(server));
            LDAPConnection connection = attempt.add(connected(server.getLocalPort()));
            assertThatExceptionOfType(SignInRefusal.class)
                    .isThrownBy(() -> Directory.find(connection, SETTINGS, "ada"))
                    .matches(refusal -> refusal.reason() == Reason.PROVIDER_UNREACHABLE);
            assertThatExceptionOfType(SignInRefusal.class)
                    .as("nor does it connect again")
                    .isThrownBy(() -> attempt.add(new LDAPConnection()));
        }
    }

    /** The beginning of a message of megabytes, and then one byte of it after the other. */
    private static void trickle(ServerSocket server) {
        byte[] reference = new LDAPMessage(1, new SearchResultReferenceProtocolOp(List.of("a".repeat(1 << 21))))
                .encode()
                .encode();
        try (Socket socket = server.accept()) {
            assertThat(socket.getInputStream().read()).isPositive();
            OutputStream out = socket.getOutputStream();
            for (byte next : reference) {
                out.write(next);
                out.flush();
            }
            assertThat(socket.getInputStream().readAllBytes()).isNotNull();
        } catch (IOException e) {
            // The attempt is over.
        }
    }

    private static List<ReadOnlyEntry> entries(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ReadOnlyEntry(form.formatted(number), List.of()))
                .toList();
    }

    private LDAPConnection connected(List<ReadOnlyEntry> entries) throws Exception {
        LDAPListenerConfig config = new LDAPListenerConfig(
                0, new CannedResponseRequestHandler(ResultCode.SUCCESS, "", "", List.of(), entries, List.of()));
        config.setListenAddress(InetAddress.getLoopbackAddress());
        listener = new LDAPListener(config);
        listener.startListening();
        return connected(listener.getListenPort());
    }

    private static LDAPConnection connected(int port) throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new LDAPConnection(Connections.options(new InetAddress[] {here}), here.getHostAddress(), port);
    }
}
