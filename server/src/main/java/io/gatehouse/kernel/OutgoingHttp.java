package io.gatehouse.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls servers that people name: only where {@link OutgoingGuard} lets it, not for long, not for much, and not further than
 * the address itself: no redirect is followed, no cookie kept, no proxy used.
 */
@Component
public final class OutgoingHttp implements DisposableBean {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;
    private static final int CONNECTIONS = 50;
    private static final int CONNECTIONS_OF_ONE = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CloseableHttpClient client;
    private final Places places;

    @Autowired
    OutgoingHttp(OutgoingGuard guard) {
        this(guard, new Places(CONNECTIONS, CONNECTIONS_OF_ONE, CONNECTING));
    }

    OutgoingHttp(OutgoingGuard guard, Places places) {
        this.places = places;
        this.client = HttpClients.custom()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(CONNECTING))
                        .setResponseTimeout(Timeout.of(ALTOGETHER))
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        // The client connects to what this answers, so that what is checked is what is connected to.
                        .setDnsResolver(new GuardedNames(guard))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECTING))
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .build();
    }

    /**
     * What a server answered.
     *
     * @param contentType as it says; empty when it does not
     * @param retryAfter how long it wants to be left alone, as it says; null when it does not
     * @param content the bytes
     */
    public record Answer(
            int status, String contentType, @Nullable String retryAfter, byte[] content) {

        /** The content as text in UTF-8. */
        public String body() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The answer is larger than anything that is read. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLarge(URI address) {
            super(address.getHost() + " answers with more than " + LARGEST + " bytes");
        }
    }

    /** No connection is free here: it says nothing of the other server. */
    public static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        private Busy(@Nullable Throwable cause) {
            super("This server calls too many others already", cause);
        }
    }

    /** Reads. */
    public Answer get(OrganizationId caller, URI address) throws IOException {
        return send(caller, "GET", address, Map.of("Accept", "*/*"), null);
    }

    /**
     * Sends text; {@link #sendBytes} else.
     *
     * @throws IOException as there
     */
    public Answer send(
            OrganizationId caller, String method, URI address, Map<String, String> headers, @Nullable String body)
            throws IOException {
        ContentType type = ContentType.parse(headers.getOrDefault("Content-Type", "application/x-www-form-urlencoded"));
        return send(
                caller, address, request(method, address, headers, body == null ? null : new StringEntity(body, type)));
    }

    /**
     * Sends anything.
     *
     * @param caller whose connections are used: each organization has a share
     * @throws Busy when none of them is free
     * @throws Refused when the address is in no network that the installation names
     * @throws TooLarge when the answer is
     * @throws IOException when there is no answer in time
     */
    public Answer sendBytes(OrganizationId caller, URI address, Map<String, String> headers, String type, byte[] body)
            throws IOException {
        return send(
                caller, address, request("POST", address, headers, new ByteArrayEntity(body, ContentType.parse(type))));
    }

    private static HttpUriRequestBase request(
            String method, URI address, Map<String, String> headers, @Nullable HttpEntity body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach(request::setHeader);
        request.setEntity(body);
        return request;
    }

    private Answer send(OrganizationId caller, URI address, HttpUriRequestBase request) throws IOException {
        Places.Place place = places.enter(caller).orElseThrow(() -> new Busy(null));
        Future<Answer> answer = threads.submit(() -> {
            // Held for as long as the connection is, which may be longer than anybody waits for the answer.
            try (place) {
                return client.execute(request, response -> read(address, response));
            }
        });
        return awaited(request, address, answer);
    }

    private static Answer awaited(HttpUriRequestBase request, URI address, Future<Answer> answer) throws IOException {
        try {
            return answer.get(ALTOGETHER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            request.abort();
            throw new IOException(address.getHost() + " gives no answer in time", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case ConnectionRequestTimeoutException pool -> new Busy(pool);
                case IOException failure -> failure;
                case Throwable other -> new IOException(other);
                case null -> new IOException(e);
            };
        } catch (InterruptedException e) {
            request.abort();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
        threads.shutdownNow();
    }

    private static Answer read(URI address, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        Header wait = response.getFirstHeader("Retry-After");
        String retryAfter = wait == null ? null : wait.getValue();
        if (entity == null) {
            return new Answer(response.getCode(), "", retryAfter, new byte[0]);
        }
        String type = entity.getContentType();
        try (InputStream content = entity.getContent()) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TooLarge(address);
            }
            return new Answer(response.getCode(), type == null ? "" : type, retryAfter, bytes);
        }
    }

    private record GuardedNames(OutgoingGuard guard) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            for (InetAddress address : addresses) {
                if (!guard.allows(address)) {
                    throw new Refused(address);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return InetAddress.getByName(host).getCanonicalHostName();
        }
    }

    /** A connection to a network that the installation does not name. */
    public static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private Refused(InetAddress address) {
            super(address.getHostAddress() + " is in no range that gatehouse.outgoing.networks names");
        }
    }
}
