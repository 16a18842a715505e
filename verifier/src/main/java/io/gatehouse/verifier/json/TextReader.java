package io.gatehouse.verifier.json;

import io.gatehouse.verifier.encoding.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Reads one string of JSON. */
final class TextReader {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final byte[] bytes;
    private final int end;
    private int position;
    private boolean canonical = true;

    private TextReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        this.position = start + 1;
    }

    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** @param start where the opening quotation mark stands */
    static JsonValue.Text read(byte[] bytes, int start, int end) throws MalformedException {
        int plain = start + 1;
        while (plain < end && bytes[plain] >= ' ' && bytes[plain] != '"' && bytes[plain] != '\\') {
            plain++;
        }
        if (plain < end && bytes[plain] == '"') {
            return new JsonValue.Text(ascii(bytes, start + 1, plain), start, plain + 1, true);
        }
        TextReader reader = new TextReader(bytes, start, end);
        return new JsonValue.Text(reader.decode(), start, reader.position, reader.canonical);
    }

    private String decode() throws MalformedException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int run = position;
            while (position < end && bytes[position] != '"' && bytes[position] != '\\') {
                refuseControl(bytes[position++]);
            }
            text.append(utf8(run, position));
            if (position >= end) {
                throw new MalformedException("a string has no end");
            }
            if (bytes[position++] == '"') {
                return whole(text);
            }
            text.append(escaped());
        }
    }

    private char escaped() throws MalformedException {
        char letter = position < end ? (char) bytes[position++] : 0;
        int known = SHORT.indexOf(letter);
        if (known >= 0) {
            canonical &= letter != '/';
            return MEANT.charAt(known);
        }
        if (letter != 'u' || position + 4 > end) {
            throw new MalformedException("an escape in a string is none of JSON's");
        }
        String digits = ascii(bytes, position, position + 4);
        position += 4;
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new MalformedException("an escape in a string is none of JSON's");
        }
        char character = (char) HexFormat.fromHexDigits(digits);
        canonical &= character < ' ' && MEANT.indexOf(character) < 0 && digits.equals(digits.toLowerCase(Locale.ROOT));
        return character;
    }

    private static void refuseControl(byte unit) throws MalformedException {
        if (unit >= 0 && unit < ' ') {
            throw new MalformedException("a control character stands in a string");
        }
    }

    private String utf8(int from, int to) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("a string is not UTF-8");
        }
    }

    private static String whole(StringBuilder text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw new MalformedException("half a character stands in a string");
            }
        }
        return text.toString();
    }
}
