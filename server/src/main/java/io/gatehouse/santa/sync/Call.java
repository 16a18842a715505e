package io.gatehouse.santa.sync;

import io.gatehouse.santa.protocol.client.MachineId;
import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.wire.ContentCoding;
import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireException;
import io.gatehouse.santa.protocol.wire.WireFormat;
import io.gatehouse.santa.sync.credential.Presented;
import io.gatehouse.santa.sync.credential.Refused;
import java.util.Locale;

/**
 * A call whose credential is in force and whose body is read.
 *
 * @param body after its compression was undone
 * @param received bytes of the body before that
 * @param coding of the answer
 */
record Call(
        Presented presented, MachineId machine, WireFormat format, byte[] body, int received, ContentCoding coding) {

    <T extends Message> T read(SantaCodec codec, Class<T> type) {
        try {
            return codec.read(type, format, body);
        } catch (WireException e) {
            throw refused(e);
        }
    }

    /** Refuses a body that speaks for another Mac than the address. */
    void mustBeOf(String machineId) {
        if (!machineId.isEmpty() && !machineId.equals(machine.value())) {
            throw new Refused(Refused.Reason.MALFORMED, "machine_id must be the one in the address");
        }
    }

    /** For a device's history. */
    String encoding() {
        return format.name() + " " + coding.name().toLowerCase(Locale.ROOT);
    }

    static Refused refused(WireException e) {
        Refused.Reason reason = switch (e.reason()) {
            case MALFORMED -> Refused.Reason.MALFORMED;
            case TOO_LARGE -> Refused.Reason.TOO_LARGE;
            case UNSUPPORTED -> Refused.Reason.UNSUPPORTED;
        };
        return new Refused(reason, String.valueOf(e.getMessage()));
    }

    @Override
    public String toString() {
        return "Call[" + presented.organization() + "]";
    }
}
