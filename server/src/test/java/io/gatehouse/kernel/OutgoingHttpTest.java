package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What calls to a server that takes its time do to everybody else's. */
final class OutgoingHttpTest {

    private static final OrganizationId ACME = new OrganizationId(UUID.randomUUID());
    private static final OrganizationId OTHER = new OrganizationId(UUID.randomUUID());

    private final OutgoingGuard guard = new OutgoingGuard(new OutgoingSettings(List.of("127.0.0.0/8")));

    @Test
    void oneOrganizationsSlowServersTakeNobodyElsesConnections() throws Exception {
        OutgoingHttp http = new OutgoingHttp(guard, new Places(3, 1, Duration.ZERO));
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
            var slow = threads.submit(() -> http.get(ACME, address));
            try (Socket held = server.accept()) {
                assertThatExceptionOfType(OutgoingHttp.Busy.class)
                        .as("a further server of the same organization's, which was not even asked")
                        .isThrownBy(() -> http.get(ACME, URI.create("http://127.0.0.1:1")));
                var others = threads.submit(() -> http.get(OTHER, address));
                answer(server.accept());
                assertThat(others.get().status()).isEqualTo(200);
                answer(held);
            }
            assertThat(slow.get().status()).isEqualTo(200);
        } finally {
            http.destroy();
        }
    }

    private static void answer(Socket socket) throws Exception {
        // What is left unread would reset the connection.
        assertThat(socket.getInputStream().read(new byte[8192])).isPositive();
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        socket.close();
    }
}
