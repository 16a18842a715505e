package io.gatehouse.santa.sync;

import io.gatehouse.kernel.Ids;
import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.client.Feature;
import io.gatehouse.santa.protocol.message.RuleDownloadRequest;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import io.gatehouse.santa.sync.credential.Gate;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.credential.Refused;
import io.gatehouse.santa.sync.delivery.Deliveries;
import io.gatehouse.santa.sync.delivery.PageCursors;
import io.gatehouse.santa.sync.delivery.Pages;
import io.gatehouse.santa.sync.session.Plan;
import io.gatehouse.santa.sync.session.Preflights;
import io.gatehouse.santa.sync.session.Report;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.SyncState;
import io.gatehouse.santa.sync.session.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands out the rules of the session that the preflight began; without one, begins one from what is kept. */
@Component
final class RuleDownload implements StageHandler {

    /** A Mac that comes so long after its preflight was pushed to: it wants what is new, too. */
    private static final Duration SAME_SYNC = Duration.ofMinutes(10);

    private static final RuleDownloadResponse NOTHING = new RuleDownloadResponse(List.of(), "");

    private final Clients clients = new Clients();
    private final Gate gate;
    private final Deliveries deliveries;
    private final Pages pages;
    private final PageCursors cursors;
    private final Sessions sessions;
    private final Answers answers;
    private final SyncMetrics metrics;
    private final Clock clock;

    RuleDownload(
            Gate gate,
            Deliveries deliveries,
            Pages pages,
            PageCursors cursors,
            Sessions sessions,
            Answers answers,
            SyncMetrics metrics,
            Clock clock) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.pages = pages;
        this.cursors = cursors;
        this.sessions = sessions;
        this.answers = answers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A session with what it sends.
     *
     * @param receipt whether an empty page follows, which only a Mac that got the others can ask for
     */
    private record Open(UUID session, Deliveries.Content content, boolean receipt) {}

    @Override
    public byte[] answer(Call call) {
        RuleDownloadRequest message = call.read(answers.codec(), RuleDownloadRequest.class);
        call.mustBeOf(message.machineId());
        KnownDevice device = gate.readmit(call.presented(), call.machine());
        return message.cursor().isEmpty() ? first(device, call) : further(device, call, message.cursor());
    }

    private byte[] first(KnownDevice device, Call call) {
        Session session = device.state().openSession();
        Instant now = clock.instant();
        Open open =
                session == null || Duration.between(session.startedAt(), now).compareTo(SAME_SYNC) > 0
                        ? null
                        : again(device, session).orElse(null);
        if (open == null) {
            open = begin(device, call, now);
        }
        return open == null ? answers.bytes(NOTHING, call) : page(device, call, open, 0);
    }

    private byte[] further(KnownDevice device, Call call, String cursor) {
        Session session = device.state().openSession();
        if (session == null) {
            throw new Refused(Refused.Reason.CURSOR);
        }
        int page = cursors.page(device.organization(), device.id(), session.id(), cursor)
                .orElseThrow(() -> new Refused(Refused.Reason.CURSOR));
        Open open = again(device, session).orElseThrow(() -> new Refused(Refused.Reason.SESSION_GONE));
        int count = pages.count(open.content);
        if (open.receipt && page == count) {
            return received(device, call, open.session);
        }
        if (page < 1 || page >= count) {
            throw new Refused(Refused.Reason.CURSOR);
        }
        return page(device, call, open, page);
    }

    /** Durable before the Mac is told that there is nothing more: before that it applies nothing. */
    private byte[] received(KnownDevice device, Call call, UUID session) {
        gate.forget(call.presented(), call.machine());
        sessions.write(sessions.parts(device).received(session));
        byte[] bytes = answers.bytes(NOTHING, call);
        sessions.countPage(session, call.received(), bytes.length);
        return bytes;
    }

    private byte[] page(KnownDevice device, Call call, Open open, int page) {
        int count = pages.count(open.content);
        boolean more = open.receipt || page + 1 < count;
        String next = more ? cursors.of(device.organization(), device.id(), open.session, page + 1) : "";
        byte[] bytes = pages.bytes(open.content, page, next, call.format(), call.coding());
        sessions.countPage(open.session, call.received(), bytes.length);
        if (page + 1 == count) {
            metrics.rulesSent(open.content.size());
        }
        return bytes;
    }

    private Optional<Open> again(KnownDevice device, Session session) {
        return deliveries
                .again(recipient(device), session.kind(), device.state().acked(), session.target())
                .map(content -> new Open(session.id(), content, device.state().needsReceipt()));
    }

    private @Nullable Open begin(KnownDevice device, Call call, Instant now) {
        SyncState state = device.state();
        ClientCapabilities client = clients.of(device.santaVersion());
        Target target =
                new Target(device.policy(), device.head(), client.ruleClass().bits());
        Plan plan = Preflights.pushed(state, target);
        if (plan.kind() == null) {
            return null;
        }
        Deliveries.Delivery delivery = deliveries.delivery(recipient(device), plan.kind(), plan.from(), target);
        Deliveries.Content content = delivery.content();
        if (content.size() == 0) {
            return null;
        }
        UUID id = Ids.next();
        SyncState next = Preflights.begin(
                state,
                plan,
                Report.asBefore(state),
                delivery.reached(client.has(Feature.EXACT_RULES_HASH)),
                content.size(),
                now,
                id,
                call.encoding());
        WriteFormat.Parts parts = sessions.parts(device).state(next, List.of());
        Session ended = plan.ended();
        if (ended != null) {
            sessions.addHistory(parts, ended, false, now, null, state.reported());
        }
        gate.forget(call.presented(), call.machine());
        sessions.write(parts);
        return new Open(id, content, next.needsReceipt());
    }

    private static Deliveries.Recipient recipient(KnownDevice device) {
        return new Deliveries.Recipient(device.organization(), device.id(), device.ownLayer(), device.everyTag());
    }
}
