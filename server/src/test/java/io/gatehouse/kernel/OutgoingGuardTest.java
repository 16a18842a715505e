package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server may connect to, and every way round it that we could think of. */
final class OutgoingGuardTest {

    private static final String[] EVERYWHERE = {"0.0.0.0/0", "::/0"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "127.255.255.254",
                "::1",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b:1::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "localhost",
                "0.0.0.0",
                "::",
                "10.0.0.5",
                "172.16.3.4",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "2852039166",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "fe80::1",
                "fd00:ec2::254",
                "fc00::1",
                "224.0.0.1",
                "255.255.255.255",
                "ff02::1",
            })
    void aRangeThatSpansTheInternetOpensNothingSpecial(String spelling) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(spelling);
        assertThat(guard(EVERYWHERE).allows(address)).isFalse();
        assertThat(guard().allows(address)).isFalse();
    }

    @Test
    void withoutAnyRangeNothingIsReached() throws UnknownHostException {
        assertThat(guard().allows(InetAddress.getByName("93.184.215.14"))).isFalse();
        assertThat(guard(EVERYWHERE).allows(InetAddress.getByName("93.184.215.14")))
                .isTrue();
        assertThat(guard("0.0.0.0/0").allows(InetAddress.getByName("2606:2800:21f::1")))
                .isFalse();
    }

    @Test
    void aRangeWithinASpecialOneOpensThatRangeOnly() throws UnknownHostException {
        OutgoingGuard guard = guard("10.2.0.0/16", "127.0.0.1");
        assertThat(guard.allows(InetAddress.getByName("10.2.255.1"))).isTrue();
        assertThat(guard.allows(InetAddress.getByName("10.3.0.1"))).isFalse();
        assertThat(guard.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(guard.allows(InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(guard.allows(InetAddress.getByName("::1"))).isFalse();
    }

    @Test
    void socketsConnectNowhereElse() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress here = new InetSocketAddress("127.0.0.1", listening.getLocalPort());
            try (Socket socket = guard(EVERYWHERE).sockets().createSocket()) {
                assertThatExceptionOfType(OutgoingRefusal.class)
                        .isThrownBy(() -> socket.connect(here))
                        .withMessageContaining("gatehouse.outgoing.networks");
                assertThatExceptionOfType(OutgoingRefusal.class).isThrownBy(() -> socket.connect(here, 1000));
            }
            assertThatExceptionOfType(OutgoingRefusal.class)
                    .isThrownBy(() -> guard().sockets().createSocket("localhost", listening.getLocalPort()));
            try (Socket socket = guard("127.0.0.0/8").sockets().createSocket()) {
                socket.connect(here);
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "example.com", "10.0.0.0/x", "", "::/129"})
    void namesTheKeyOfARangeThatIsNone(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingSettings(List.of(range)))
                .withMessageContaining("gatehouse.outgoing.networks");
    }

    private static OutgoingGuard guard(String... ranges) {
        return new OutgoingGuard(new OutgoingSettings(List.of(ranges)));
    }
}
