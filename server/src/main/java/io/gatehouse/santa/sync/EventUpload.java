package io.gatehouse.santa.sync;

import io.gatehouse.santa.durable.BusyException;
import io.gatehouse.santa.events.EventIntake;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.sync.credential.Gate;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.credential.Refused;
import org.springframework.stereotype.Component;

/** Takes in what a Mac decided; comes within a sync, or alone right after a block. */
@Component
final class EventUpload implements StageHandler {

    private final Gate gate;
    private final EventIntake intake;
    private final Sessions sessions;
    private final Answers answers;

    EventUpload(Gate gate, EventIntake intake, Sessions sessions, Answers answers) {
        this.gate = gate;
        this.intake = intake;
        this.sessions = sessions;
        this.answers = answers;
    }

    @Override
    public byte[] answer(Call call) {
        EventUploadRequest message = call.read(answers.codec(), EventUploadRequest.class);
        call.mustBeOf(message.machineId());
        KnownDevice device = gate.readmit(call.presented(), call.machine());
        try {
            byte[] answer = answers.bytes(intake.accept(device.organization(), device.id(), message), call);
            int events = message.events().size()
                    + message.fileAccessEvents().size()
                    + message.auditEvents().size();
            sessions.countEvents(device, call.received(), answer.length, events);
            return answer;
        } catch (BusyException e) {
            throw new Refused(Refused.Reason.BUSY);
        }
    }
}
