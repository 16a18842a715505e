package io.gatehouse.testkit.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider on loopback without pages: a test says who would have signed in, and gets the code for that. */
public final class OpenIdProvider implements AutoCloseable {

    /** What it takes from clients. */
    public static final String SECRET = "the secret that the stand-in takes from its clients";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HUGE = 3 << 20;
    private static final long LIFE_SECONDS = 300;

    // Making one takes seconds. That all share them also shows that nobody tells providers apart by their keys.
    private static final KeyPair KEY = newKey();
    private static final KeyPair OTHER_KEY = newKey();

    private final HttpServer http;
    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    private OpenIdProvider(HttpServer http) {
        this.http = http;
    }

    /** Starts one on a free port. */
    public static OpenIdProvider start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            OpenIdProvider provider = new OpenIdProvider(http);
            http.createContext("/", provider::answer);
            http.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it calls itself. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** From now on it does that wrong. */
    public void doWrong(Fault wrong) {
        fault = wrong;
    }

    /**
     * The code that a browser would bring back which was sent to that address.
     *
     * @param claims in place of, or beside, the usual ones
     */
    public String code(URI address, Map<String, ?> claims) {
        Map<String, String> asked = parameters(address.getRawQuery());
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "iss",
                issuer().toString(),
                "aud",
                asked.get("client_id"),
                "nonce",
                asked.get("nonce"),
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "auth_time",
                now,
                "email_verified",
                true));
        all.putAll(claims);
        String code = UUID.randomUUID().toString();
        codes.put(code, all);
        return code;
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (fault) {
                case SILENT -> closed.await();
                case HUGE -> send(exchange, 200, " ".repeat(HUGE));
                case REDIRECTING -> {
                    exchange.getResponseHeaders().set("Location", issuer() + "/elsewhere");
                    send(exchange, 302, "");
                }
                default -> answerWell(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answerWell(HttpExchange exchange) throws IOException, GeneralSecurityException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, JSON.writeValueAsString(description()));
            case "/keys" -> send(exchange, 200, JSON.writeValueAsString(Map.of("keys", List.of(publicKey()))));
            case "/token" -> token(exchange);
            default -> send(exchange, 200, "A page");
        }
    }

    private void token(HttpExchange exchange) throws IOException, GeneralSecurityException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Object> claims = codes.remove(parameters(body).getOrDefault("code", ""));
        if (!authenticated(exchange)) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (claims == null) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            Map<String, String> answer =
                    Map.of("access_token", "a", "token_type", "Bearer", "id_token", idToken(claims));
            send(exchange, 200, JSON.writeValueAsString(answer));
        }
    }

    private String idToken(Map<String, Object> claims) throws GeneralSecurityException {
        return switch (fault) {
            case UNSIGNED -> Token.unsigned(claims);
            case SIGNED_BY_SECRET -> Token.signedBy(claims, SECRET);
            case UNKNOWN_KEY -> Token.signed(claims, OTHER_KEY, "one");
            default -> Token.signed(claims, KEY, "one");
        };
    }

    private static boolean authenticated(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return false;
        }
        String[] parts = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":");
        return parts.length == 2
                && URLDecoder.decode(parts[1], StandardCharsets.UTF_8).equals(SECRET);
    }

    private Map<String, Object> description() {
        String self = issuer().toString();
        Map<String, Object> all = new HashMap<>();
        all.put("issuer", fault == Fault.OTHER_ISSUER ? self + "/other" : self);
        all.put("authorization_endpoint", self + "/authorize");
        all.put("token_endpoint", self + "/token");
        all.put("jwks_uri", self + "/keys");
        all.put("response_types_supported", List.of("code"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return all;
    }

    private Map<String, String> publicKey() {
        RSAPublicKey rsa = (RSAPublicKey) KEY.getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "kid", "one",
                "n", number(rsa.getModulus()),
                "e", number(rsa.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Token.base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> all = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            all.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
