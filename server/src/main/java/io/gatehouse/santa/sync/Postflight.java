package io.gatehouse.santa.sync;

import io.gatehouse.kernel.Signals;
import io.gatehouse.santa.protocol.message.PostflightRequest;
import io.gatehouse.santa.protocol.message.PostflightResponse;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.sync.credential.Gate;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.session.Postflights;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.SyncState;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A sync ends: what it sent counts as held when the Mac's figures fit. */
@Component
final class Postflight implements StageHandler {

    private static final int HASH_LENGTH = 32;

    private final Gate gate;
    private final Sessions sessions;
    private final Answers answers;
    private final Signals signals;
    private final Clock clock;

    Postflight(Gate gate, Sessions sessions, Answers answers, Signals signals, Clock clock) {
        this.gate = gate;
        this.sessions = sessions;
        this.answers = answers;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public byte[] answer(Call call) {
        PostflightRequest message = call.read(answers.codec(), PostflightRequest.class);
        call.mustBeOf(message.machineId());
        KnownDevice device = gate.readmit(call.presented(), call.machine());
        gate.forget(call.presented(), call.machine());
        Instant now = clock.instant();
        Postflights.Ending ending = ending(message, device);
        Postflights.Outcome outcome = Postflights.end(device.state(), ending, now);
        byte[] answer = answers.bytes(new PostflightResponse(), call);
        sessions.count(device.state(), call.received(), answer.length);
        WriteFormat.Parts parts =
                sessions.parts(device).seen(now, now.plusSeconds(device.state().intervalSeconds()));
        Session ended = outcome.ended();
        if (ended != null) {
            sessions.addHistory(parts, ended, true, now, ending, ending.hash());
            parts.state(expecting(outcome.state(), now), outcome.cleaned());
        }
        sessions.write(parts);
        if (ended != null) {
            signals.announce(device.organization(), Signals.Topic.DEVICE, 1);
        }
        return answer;
    }

    private static SyncState expecting(SyncState state, Instant now) {
        return state.expecting(
                state.lastPreflightAt() == null ? now : state.lastPreflightAt(), state.intervalSeconds());
    }

    private static Postflights.Ending ending(PostflightRequest message, KnownDevice device) {
        String hash = message.rulesHash();
        return new Postflights.Ending(
                message.rulesReceived(),
                message.rulesProcessed(),
                message.syncType(),
                hash.length() == HASH_LENGTH ? hash.toLowerCase(Locale.ROOT) : "",
                device.clientMode().equals(ClientMode.STANDALONE.name()));
    }
}
