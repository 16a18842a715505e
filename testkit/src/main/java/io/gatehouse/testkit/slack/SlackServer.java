package io.gatehouse.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Slack of its own with as many workspaces as tests want. It knows tokens, channels and messages, and nothing of us. */
public final class SlackServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TRIGGER_LASTS = Duration.ofSeconds(3);

    /** Refuses the calls of a team for a while. */
    private record Refusal(int status, int seconds, AtomicInteger left) {}

    private final HttpServer server;
    private final SlackSignIn signIn;
    private final Map<String, SlackTeam> teams = new ConcurrentHashMap<>();
    private final Map<String, SlackMessage> messages = new ConcurrentHashMap<>();
    private final List<JsonNode> dialogs = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> triggers = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private SlackServer(HttpServer server) {
        this.server = server;
        this.signIn = new SlackSignIn(address());
    }

    /** Starts one on a free port of loopback. */
    public static SlackServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SlackServer slack = new SlackServer(http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/api/", slack::answer);
            http.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A new workspace. */
    public SlackTeam team() {
        SlackTeam team = SlackTeam.next(numbers.incrementAndGet());
        teams.put(team.botToken(), team);
        return team;
    }

    /** The team's next calls are answered so. */
    public void refuse(SlackTeam team, int status, int retryAfter, int times) {
        refusals.put(team.botToken(), new Refusal(status, retryAfter, new AtomicInteger(times)));
    }

    /** What stands in the team's channel, oldest first. */
    public List<SlackMessage> messages(SlackTeam team) {
        return messages.values().stream()
                .filter(message -> message.channel().equals(team.channel())
                        && message.user().isEmpty())
                .sorted((one, other) -> one.ts().compareTo(other.ts()))
                .toList();
    }

    /** What one user was told alone, oldest first. */
    public List<String> whispers(SlackTeam team, String user) {
        return messages.values().stream()
                .filter(message -> message.channel().equals(team.channel())
                        && message.user().equals(user))
                .sorted((one, other) -> one.ts().compareTo(other.ts()))
                .map(SlackMessage::text)
                .toList();
    }

    /** The dialogs that were opened, oldest first. */
    public List<JsonNode> dialogs(SlackTeam team) {
        return dialogs.stream()
                .filter(dialog -> dialog.path("team").asString("").equals(team.id()))
                .map(dialog -> dialog.path("view"))
                .toList();
    }

    /** Somebody of the team signs in at that address and agrees; where the browser goes then. */
    public URI agree(SlackTeam team, String user, String asked) {
        return signIn.agree(team, user, URI.create(asked));
    }

    /** A user presses a button of a message. */
    public SlackCall press(SlackTeam team, String user, SlackMessage message, String action, Instant at) {
        return pressed(team, user, action, message.value(action), at);
    }

    /** A user's client sends whatever value it likes. */
    public SlackCall pressed(SlackTeam team, String user, String action, String value, Instant at) {
        String trigger = UUID.randomUUID().toString();
        triggers.put(trigger, Instant.now());
        return call(
                team,
                at,
                Map.of(
                        "type", "block_actions",
                        "trigger_id", trigger,
                        "team", Map.of("id", team.id()),
                        "user", Map.of("id", user),
                        "channel", Map.of("id", team.channel()),
                        "actions", List.of(Map.of("action_id", action, "value", value))));
    }

    /** A user submits a dialog with that text. */
    public SlackCall submit(SlackTeam team, String user, JsonNode dialog, String text, Instant at) {
        String block = dialog.at("/blocks/0/block_id").asString("");
        String field = dialog.at("/blocks/0/element/action_id").asString("");
        return call(
                team,
                at,
                Map.of(
                        "type", "view_submission",
                        "team", Map.of("id", team.id()),
                        "user", Map.of("id", user),
                        "view",
                                Map.of(
                                        "private_metadata",
                                        dialog.path("private_metadata").asString(""),
                                        "state",
                                        Map.of("values", Map.of(block, Map.of(field, Map.of("value", text)))))));
    }

    private static SlackCall call(SlackTeam team, Instant at, Map<String, Object> payload) {
        String body = "payload=" + URLEncoder.encode(JSON.writeValueAsString(payload), StandardCharsets.UTF_8);
        return SlackCall.signed(team.signingSecret(), at, body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (method.equals("openid.connect.token")) {
                send(exchange, 200, signIn.exchange(SlackSignIn.form(body)));
                return;
            }
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .replace("Bearer ", "");
            SlackTeam team = teams.get(token);
            Refusal refusal = refusals.get(token);
            if (refusal != null && refusal.left().getAndDecrement() > 0) {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(refusal.seconds()));
                send(exchange, refusal.status(), Map.of("ok", false, "error", "ratelimited"));
                return;
            }
            send(exchange, 200, team == null ? error("invalid_auth") : done(team, method, JSON.readTree(body)));
        }
    }

    private Map<String, Object> done(SlackTeam team, String method, JsonNode content) {
        return switch (method) {
            case "auth.test" -> Map.of("ok", true, "team_id", team.id(), "team", team.name());
            case "chat.postMessage" -> post(team, content, "");
            case "chat.postEphemeral" ->
                post(team, content, content.path("user").asString(""));
            case "chat.update" -> update(team, content);
            case "views.open" -> open(team, content);
            default -> error("unknown_method");
        };
    }

    private Map<String, Object> post(SlackTeam team, JsonNode content, String user) {
        if (!content.path("channel").asString("").equals(team.channel())) {
            return error("channel_not_found");
        }
        String ts = "%010d.000100".formatted(numbers.incrementAndGet());
        messages.put(ts, new SlackMessage(team.channel(), ts, user, content, 0));
        return Map.of("ok", true, "channel", team.channel(), "ts", ts);
    }

    private Map<String, Object> update(SlackTeam team, JsonNode content) {
        SlackMessage known = messages.get(content.path("ts").asString(""));
        if (known == null || !content.path("channel").asString("").equals(team.channel())) {
            return error("message_not_found");
        }
        messages.put(known.ts(), known.edited(content));
        return Map.of("ok", true, "channel", team.channel(), "ts", known.ts());
    }

    private Map<String, Object> open(SlackTeam team, JsonNode content) {
        Instant pressed = triggers.remove(content.path("trigger_id").asString(""));
        if (pressed == null || pressed.plus(TRIGGER_LASTS).isBefore(Instant.now())) {
            return error("expired_trigger_id");
        }
        dialogs.add(JSON.valueToTree(Map.of("team", team.id(), "view", content.path("view"))));
        return Map.of("ok", true);
    }

    private static Map<String, Object> error(String name) {
        return Map.of("ok", false, "error", name);
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
