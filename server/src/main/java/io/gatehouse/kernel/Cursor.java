package io.gatehouse.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a keyset page ended: the sort values of its last row, as text. Opaque outside, and no secret: whatever it says,
 * the database shows only the scope's rows.
 */
public record Cursor(List<String> keys) {

    private static final int LONGEST = 2_000;
    private static final int LAST_YEAR = 9_999;
    private static final String SEPARATOR = "\u001f";

    /** A cursor of these sort values. */
    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /**
     * Reads a cursor with the given number of sort values; null when there is none.
     *
     * @throws ProblemException when the text is no such cursor
     */
    public static @Nullable Cursor decode(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                List<String> parts = List.of(keys.split(SEPARATOR, -1));
                if (parts.size() == size) {
                    return new Cursor(parts);
                }
            }
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        throw foreign();
    }

    /**
     * One of the sort values, as text.
     *
     * @throws ProblemException when the database could not hold it
     */
    public String text(int index) {
        return read(index, Cursor::storable);
    }

    /**
     * One of the sort values, as a time.
     *
     * @throws ProblemException when it is none
     */
    public OffsetDateTime time(int index) {
        return read(index, Cursor::parseTime);
    }

    /**
     * One of the sort values, as a whole number.
     *
     * @throws ProblemException when it is none
     */
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    /**
     * One of the sort values, as an id.
     *
     * @throws ProblemException when it is none
     */
    public UUID id(int index) {
        return read(index, UUID::fromString);
    }

    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no text of the database");
        }
        return text;
    }

    private static OffsetDateTime parseTime(String text) {
        OffsetDateTime time = Instant.parse(text).atOffset(ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no time of the database");
        }
        return time;
    }

    private <T> T read(int index, Function<String, T> parse) {
        try {
            return parse.apply(keys.get(index));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return CommonProblem.INVALID.because("cursor is not one that this list gave out");
    }

    /** The textual form. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
