package io.gatehouse.verifier.json;

import io.gatehouse.verifier.encoding.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one value without any white space around or inside of it. Depth is bounded. */
public final class JsonReader {

    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int depth;

    private JsonReader(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** Reads the value that all of the bytes are. */
    public static JsonValue read(byte[] bytes) throws MalformedException {
        JsonReader reader = new JsonReader(bytes);
        JsonValue value = reader.value();
        if (reader.position != bytes.length) {
            throw reader.unexpected("nothing more");
        }
        return value;
    }

    private JsonValue value() throws MalformedException {
        return switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> text();
            case 't' -> new JsonValue.Truth(true, position, literal("true"));
            case 'f' -> new JsonValue.Truth(false, position, literal("false"));
            case 'n' -> new JsonValue.Nothing(position, literal("null"));
            default -> numeral();
        };
    }

    private JsonValue members() throws MalformedException {
        int start = enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        boolean canonical = true;
        String last = null;
        while (more(members.isEmpty(), '}')) {
            JsonValue.Text name = text();
            expect(':');
            JsonValue value = value();
            if (members.put(name.text(), value) != null) {
                throw new MalformedException("the name \"" + name.text() + "\" stands twice in one object");
            }
            canonical &= name.canonical() && value.canonical() && (last == null || last.compareTo(name.text()) < 0);
            last = name.text();
        }
        depth--;
        return new JsonValue.Members(members, start, position, canonical);
    }

    private JsonValue items() throws MalformedException {
        int start = enter();
        List<JsonValue> items = new ArrayList<>();
        boolean canonical = true;
        while (more(items.isEmpty(), ']')) {
            JsonValue value = value();
            items.add(value);
            canonical &= value.canonical();
        }
        depth--;
        return new JsonValue.Items(items, start, position, canonical);
    }

    private int enter() throws MalformedException {
        if (++depth > DEEPEST) {
            throw new MalformedException("deeper than " + DEEPEST + " levels");
        }
        return position++;
    }

    /** Whether another item follows; takes the comma before it, or the closing bracket. */
    private boolean more(boolean first, char close) throws MalformedException {
        if (peek() == close) {
            position++;
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    private JsonValue.Text text() throws MalformedException {
        if (peek() != '"') {
            throw unexpected("a string");
        }
        JsonValue.Text text = TextReader.read(bytes, position, end);
        position = text.end();
        return text;
    }

    private JsonValue numeral() throws MalformedException {
        int start = position;
        while (position < end && Numbers.mayHold(bytes[position])) {
            position++;
        }
        String digits = TextReader.ascii(bytes, start, position);
        if (!Numbers.isNumber(digits)) {
            position = start;
            throw unexpected("a value");
        }
        return new JsonValue.Numeral(digits, start, position, Numbers.isCanonical(digits));
    }

    private int literal(String word) throws MalformedException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return position;
    }

    private void expect(char character) throws MalformedException {
        if (peek() != character) {
            throw unexpected("'" + character + "'");
        }
        position++;
    }

    private byte peek() throws MalformedException {
        if (position >= end) {
            throw new MalformedException("ends too early");
        }
        return bytes[position];
    }

    private MalformedException unexpected(String expected) {
        return new MalformedException("at byte " + (position + 1) + " there should be " + expected);
    }
}
