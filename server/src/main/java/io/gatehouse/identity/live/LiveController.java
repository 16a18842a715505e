package io.gatehouse.identity.live;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.LiveMessage;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Signals.Topic;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events. The request's own virtual thread writes them for as long as the console listens. */
@RestController
final class LiveController {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);

    private final LiveStreams streams;
    private final LiveAccess access;
    private final LiveSettings settings;
    private final List<LiveMessage> messages;
    private final JsonMapper json;

    LiveController(
            LiveStreams streams,
            LiveAccess access,
            LiveSettings settings,
            List<LiveMessage> messages,
            JsonMapper json) {
        this.streams = streams;
        this.access = access;
        this.settings = settings;
        this.messages = messages;
        this.json = json;
    }

    /** What a topic's message says when no module says more. */
    record Changed(int count) {}

    @GetMapping(path = "/api/organizations/{organization}/live", produces = "text/event-stream")
    @Requires(Permission.ORGANIZATION_READ)
    void live(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LiveStream stream =
                streams.open(PersonSessions.required().person(), caller.scope().organization());
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            run(stream, request.getSession().getId(), response.getWriter());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A console hung up", e);
        } finally {
            streams.close(stream);
        }
    }

    private void run(LiveStream stream, String session, PrintWriter writer) throws IOException, InterruptedException {
        send(writer, "retry: 3000\n: open\n\n");
        Optional<Membership> membership = access.check(session, stream);
        long checked = System.nanoTime();
        while (membership.isPresent() && !stream.isClosed()) {
            Map<Topic, Integer> hints = stream.take(settings.heartbeat());
            boolean doubted = hints.containsKey(Topic.PEOPLE) || hints.containsKey(Topic.ENGAGEMENT);
            if (doubted || isOver(checked, settings.checkEvery()) || !access.holds(membership.get())) {
                membership = access.check(session, stream);
                checked = System.nanoTime();
            }
            if (membership.isPresent()) {
                tell(writer, membership.get(), hints);
                stream.rest(settings.pause());
            }
        }
    }

    private void tell(PrintWriter writer, Membership membership, Map<Topic, Integer> hints) throws IOException {
        StringBuilder text = new StringBuilder();
        hints.forEach((topic, count) -> {
            if (mayHear(membership, topic)) {
                text.append("event: ").append(topic.name().toLowerCase(Locale.ROOT));
                text.append("\ndata: ")
                        .append(message(membership, topic, count))
                        .append("\n\n");
            }
        });
        send(writer, text.isEmpty() ? ": alive\n\n" : text.toString());
    }

    /** Who may do something for one team hears that something changed, never whose it is. */
    private static boolean mayHear(Membership membership, Topic topic) {
        return !Collections.disjoint(membership.permissions(), topic.anyOf())
                || !Collections.disjoint(membership.permissionsInTeams().keySet(), topic.anyOf());
    }

    private String message(Membership membership, Topic topic, int count) {
        return json.writeValueAsString(messages.stream()
                .filter(message -> message.topic() == topic)
                .findFirst()
                .map(message -> message.describe(membership.scope(), count))
                .orElseGet(() -> new Changed(count)));
    }

    private static void send(PrintWriter writer, String text) throws IOException {
        writer.write(text);
        // It keeps quiet about a caller that is gone, and flushes before it answers.
        if (writer.checkError()) {
            throw new IOException("The caller is gone");
        }
    }

    private static boolean isOver(long since, Duration duration) {
        return System.nanoTime() - since > duration.toNanos();
    }
}
