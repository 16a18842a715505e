package io.gatehouse.santa.protocol.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The name of a Mac in the address of every call: its hardware UUID, or any text that an administrator chose (keys MachineID, MachineIDPlist).
 *
 * @param value decoded; 1 to {@value #MAXIMUM_BYTES} bytes as UTF-8, no control characters, not blank
 */
public record MachineId(String value) {

    /** Longest machine id, in bytes of UTF-8. */
    public static final int MAXIMUM_BYTES = 256;

    private static final String ALLOWED =
            "The machine id must be 1 to %d bytes of UTF-8 without control characters".formatted(MAXIMUM_BYTES);
    private static final String DOCTOR = "santactl-doctor-test";
    private static final int ESCAPE_LENGTH = 3;

    public MachineId {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    /** The machine named by the last segment of a request's path, still percent-encoded; a plus sign stands for itself. */
    public static MachineId ofPathSegment(String segment) throws InvalidMachineIdException {
        if (segment.length() > MAXIMUM_BYTES * ESCAPE_LENGTH) {
            throw new InvalidMachineIdException(ALLOWED);
        }
        String decoded = decode(segment);
        if (!isAllowed(decoded)) {
            throw new InvalidMachineIdException(ALLOWED);
        }
        return new MachineId(decoded);
    }

    /** Whether this is the probe of {@code santactl doctor}: answer it 200, and store nothing. */
    public boolean isDoctorProbe() {
        return value.equals(DOCTOR);
    }

    private static boolean isAllowed(String text) {
        return !text.isBlank()
                && text.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES
                && isWellFormed(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static String decode(String segment) throws InvalidMachineIdException {
        if (!isWellFormed(segment)) {
            throw new InvalidMachineIdException(ALLOWED);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); ) {
            int point = segment.codePointAt(i);
            if (point == '%') {
                bytes.write(escaped(segment, i));
                i += ESCAPE_LENGTH;
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidMachineIdException(ALLOWED);
        }
    }

    private static int escaped(String segment, int at) throws InvalidMachineIdException {
        int high = at + 1 < segment.length() ? Character.digit(segment.charAt(at + 1), 16) : -1;
        int low = at + 2 < segment.length() ? Character.digit(segment.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new InvalidMachineIdException(
                    "The machine id must have two hexadecimal digits after each percent sign");
        }
        return high * 16 + low;
    }
}
