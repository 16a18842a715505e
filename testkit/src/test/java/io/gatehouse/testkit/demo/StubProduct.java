package io.gatehouse.testkit.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Stands in for the product as a process: says yes to the right token, writes down what it was asked, knows who synced. */
final class StubProduct {
    private static final String CODE = "AAAA-BBBB-CCCC";

    private final Path data;
    private final int port;
    private final Set<String> machines = ConcurrentHashMap.newKeySet();

    private StubProduct(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("GATEHOUSE_PORT"));
        StubProduct product = new StubProduct(Path.of(System.getenv("GATEHOUSE_DATA")), port);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", product::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println("INFO First-run code: " + CODE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=t1; Path=/");
        if (path.startsWith("/santa/")) {
            machines.add(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, 200, "{}");
        } else if (!method.equals("GET")
                && !"t1".equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"))) {
            send(exchange, 403, "{}");
        } else {
            note(method + " " + path + " " + body);
            send(
                    exchange,
                    path.equals("/api/session") && method.equals("GET") ? 401 : 200,
                    content(exchange, path, body));
        }
    }

    private String content(HttpExchange exchange, String path, String body) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/api/setup") && exchange.getRequestMethod().equals("GET")) {
            return "{\"required\":" + !Files.exists(data.resolve("set-up")) + "}";
        }
        if (path.equals("/api/setup") && body.contains(CODE)) {
            Files.createFile(data.resolve("set-up"));
        }
        if (path.endsWith("/devices") && !machines.contains(query.substring("text=".length()))) {
            return "{\"items\":[]}";
        }
        return """
                {"id":"i1","link":"http://localhost/invitation#tok","organization":{"id":"o1"},
                 "invitation":{"link":"http://localhost/invitation#tok"},"team":{"id":"t1"},"items":[{"id":"i1"}],
                 "syncBaseUrl":"http://localhost:%d/santa/secret/"}""".formatted(port);
    }

    private synchronized void note(String line) throws IOException {
        Files.writeString(data.resolve("calls"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
