package io.gatehouse.santa.sync;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Signals;
import io.gatehouse.santa.configuration.Effective;
import io.gatehouse.santa.configuration.EffectiveConfigurations;
import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.client.Feature;
import io.gatehouse.santa.protocol.message.PreflightRequest;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.sync.credential.Gate;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.delivery.Deliveries;
import io.gatehouse.santa.sync.session.Plan;
import io.gatehouse.santa.sync.session.Preflights;
import io.gatehouse.santa.sync.session.Report;
import io.gatehouse.santa.sync.session.RuleCounts;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.Signature;
import io.gatehouse.santa.sync.session.SyncState;
import io.gatehouse.santa.sync.session.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A sync begins: decides what it sends, and answers with all settings. */
@Component
final class Preflight implements StageHandler {

    private static final int HASH_LENGTH = 32;

    private final Clients clients = new Clients();
    private final Gate gate;
    private final Deliveries deliveries;
    private final EffectiveConfigurations configurations;
    private final Sessions sessions;
    private final Answers answers;
    private final Signals signals;
    private final Clock clock;

    Preflight(
            Gate gate,
            Deliveries deliveries,
            EffectiveConfigurations configurations,
            Sessions sessions,
            Answers answers,
            Signals signals,
            Clock clock) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.configurations = configurations;
        this.sessions = sessions;
        this.answers = answers;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public byte[] answer(Call call) {
        PreflightRequest message = call.read(answers.codec(), PreflightRequest.class);
        call.mustBeOf(message.machineId());
        if (call.machine().isDoctorProbe()) {
            return new byte[0];
        }
        KnownDevice device = gate.admit(call.presented(), call.machine());
        ClientCapabilities client = clients.of(message.santaVersion());
        boolean exact = client.has(Feature.EXACT_RULES_HASH) && isHash(message.rulesHash());
        Report report = report(message, exact);
        Instant now = clock.instant();
        Begun begun = begin(device, client.ruleClass().bits(), report, exact, now, call.encoding());
        Effective settings = configurations.effective(device.organization(), device.id(), device.tags());
        int interval = Interval.seconds(settings.fullSyncIntervalSeconds(), device.id(), device.pendingRequests());
        SyncState next = begun.state.expecting(now, interval);
        byte[] answer = answers.bytes(SettingsAnswer.of(settings, begun.plan.type(), interval, client), call);
        Inventory inventory = Inventory.of(message);
        keep(device, next, begun.plan, inventory, report, now);
        rememberFor(call, device.at(next, inventory.santaVersion(), inventory.clientMode()), exact);
        sessions.count(next, call.received(), answer.length);
        return answer;
    }

    /**
     * Another node may serve this Mac meanwhile. What that could spoil, the next exact hash tells; without one nothing
     * would, so that those Macs' states are read anew at each stage.
     */
    private void rememberFor(Call call, KnownDevice device, boolean exact) {
        if (exact) {
            gate.remember(call.presented(), call.machine(), device);
        } else {
            gate.forget(call.presented(), call.machine());
        }
    }

    private record Begun(Plan plan, SyncState state) {}

    private Begun begin(KnownDevice device, int ruleClass, Report report, boolean exact, Instant now, String encoding) {
        Target target = new Target(device.policy(), device.head(), ruleClass);
        Deliveries.Recipient recipient =
                new Deliveries.Recipient(device.organization(), device.id(), device.ownLayer(), device.everyTag());
        Plan plan = Preflights.plan(device.state(), target, report, () -> deliveries.prediction(recipient, target));
        if (plan.kind() == null) {
            return new Begun(
                    plan, Preflights.begin(device.state(), plan, report, plan.from(), 0, now, device.id(), encoding));
        }
        Deliveries.Delivery delivery = deliveries.delivery(recipient, plan.kind(), plan.from(), target);
        return new Begun(
                plan,
                Preflights.begin(
                        device.state(),
                        plan,
                        report,
                        delivery.reached(exact),
                        delivery.content().size(),
                        now,
                        Ids.next(),
                        encoding));
    }

    private void keep(KnownDevice device, SyncState next, Plan plan, Inventory inventory, Report report, Instant now) {
        WriteFormat.Parts parts = sessions.parts(device);
        boolean saysOther = !inventory.hash().equals(device.inventoryHash());
        if (saysOther) {
            parts.inventory(inventory);
        }
        Session ended = plan.ended();
        if (ended != null) {
            sessions.addHistory(parts, ended, plan.endedWell(), now, null, report.signature());
        }
        if (!next.saysTheSameAs(device.state()) || isLate(device.state(), now)) {
            parts.state(next, plan.cleaned());
        }
        if (!parts.isEmpty()) {
            sessions.write(parts);
            signals.announce(device.organization(), Signals.Topic.DEVICE, 1);
        }
    }

    /** Whether the ends of earlier syncs seem to be lost: then at least their beginnings are kept. */
    private static boolean isLate(SyncState state, Instant now) {
        Instant last = latest(state.lastSyncAt(), state.lastPreflightAt());
        return last == null || Duration.between(last, now).toSeconds() > 2L * Math.max(state.intervalSeconds(), 1);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static boolean isHash(String text) {
        return text.length() == HASH_LENGTH && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static Report report(PreflightRequest message, boolean exact) {
        RuleCounts counts = new RuleCounts(
                message.binaryRuleCount(),
                message.certificateRuleCount(),
                message.compilerRuleCount(),
                message.transitiveRuleCount(),
                message.teamidRuleCount(),
                message.signingidRuleCount(),
                message.cdhashRuleCount());
        return new Report(
                exact ? message.rulesHash().toLowerCase(Locale.ROOT) : Signature.of(counts),
                counts,
                message.requestCleanSync(),
                message.clientMode().known() == ClientMode.STANDALONE,
                message.pushNotificationSync());
    }
}
