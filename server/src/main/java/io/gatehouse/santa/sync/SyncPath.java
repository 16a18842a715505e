package io.gatehouse.santa.sync;

import io.gatehouse.santa.protocol.client.InvalidMachineIdException;
import io.gatehouse.santa.protocol.client.MachineId;
import io.gatehouse.santa.sync.credential.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The address of a call: {@code /santa/<secret>/<stage>/<machine id>}, or {@code sync} in the place of the secret.
 *
 * @param secret null when it must be in a header
 */
record SyncPath(@Nullable String secret, Stage stage, MachineId machine) {

    private static final String WITHOUT_SECRET = "sync";
    private static final int SEGMENTS = 5;

    /**
     * Reads the address as it was sent, still percent-encoded.
     *
     * @throws Refused when it has another form; the message repeats nothing of it
     */
    static SyncPath of(String rawPath) {
        String[] segments = rawPath.split("/", SEGMENTS);
        Stage stage = segments.length == SEGMENTS ? Stage.of(segments[3]) : null;
        if (stage == null || segments[4].indexOf('/') >= 0) {
            throw new Refused(Refused.Reason.NOT_FOUND);
        }
        String secret = segments[2].equals(WITHOUT_SECRET) ? null : segments[2];
        try {
            return new SyncPath(secret, stage, MachineId.ofPathSegment(segments[4]));
        } catch (InvalidMachineIdException e) {
            throw new Refused(Refused.Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "SyncPath[" + stage + "]";
    }
}
