package io.gatehouse.verifier.json;

import io.gatehouse.verifier.encoding.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object, read by name and kind; a member of another kind is refused with its name. */
public final class Fields {

    private static final int MOST_DIGITS = 16;
    private static final long LARGEST = 1L << 53;

    private final Map<String, JsonValue> members;

    private Fields(Map<String, JsonValue> members) {
        this.members = members;
    }

    /** Of a value that must be an object. */
    public static Fields of(JsonValue value) throws MalformedException {
        if (value instanceof JsonValue.Members object) {
            return new Fields(object.members());
        }
        throw new MalformedException("an object is expected");
    }

    /** Refuses the object unless it has all of some names and none but those and the optional ones. */
    public Fields exactly(Set<String> names, Set<String> optional) throws MalformedException {
        for (String name : names) {
            need(name);
        }
        for (String name : members.keySet()) {
            if (!names.contains(name) && !optional.contains(name)) {
                throw new MalformedException("\"" + name + "\" does not belong here");
            }
        }
        return this;
    }

    /** Whether there is a member of that name. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The names in their order. */
    public Set<String> names() {
        return members.keySet();
    }

    /** A member of any kind. */
    public JsonValue need(String name) throws MalformedException {
        JsonValue value = members.get(name);
        if (value == null) {
            throw new MalformedException("\"" + name + "\" is missing");
        }
        return value;
    }

    /** A member that is an object. */
    public Fields object(String name) throws MalformedException {
        if (need(name) instanceof JsonValue.Members object) {
            return new Fields(object.members());
        }
        throw wrong(name, "an object");
    }

    /** A member that is an object or null. */
    public @Nullable Fields optionalObject(String name) throws MalformedException {
        return need(name) instanceof JsonValue.Nothing ? null : object(name);
    }

    /** A member that is a string. */
    public String text(String name) throws MalformedException {
        if (need(name) instanceof JsonValue.Text text) {
            return text.text();
        }
        throw wrong(name, "a string");
    }

    /** A member that is a string or null. */
    public @Nullable String optionalText(String name) throws MalformedException {
        return need(name) instanceof JsonValue.Nothing ? null : text(name);
    }

    /** A member that is an integer from 0 to below 2^53. */
    public long number(String name) throws MalformedException {
        return integer(need(name), name);
    }

    /** A member that is true. */
    public void mustBeTrue(String name) throws MalformedException {
        if (!(need(name) instanceof JsonValue.Truth truth && truth.value())) {
            throw wrong(name, "true");
        }
    }

    /** A member that is an array. */
    public List<JsonValue> items(String name) throws MalformedException {
        if (need(name) instanceof JsonValue.Items items) {
            return items.items();
        }
        throw wrong(name, "an array");
    }

    /** A member that is an array of strings. */
    public List<String> texts(String name) throws MalformedException {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(name)) {
            if (!(item instanceof JsonValue.Text text)) {
                throw wrong(name, "an array of strings");
            }
            texts.add(text.text());
        }
        return texts;
    }

    /** A value that is an integer from 0 to below 2^53. */
    public static long integer(JsonValue value, String name) throws MalformedException {
        if (value instanceof JsonValue.Numeral numeral
                && numeral.canonical()
                && numeral.digits().length() <= MOST_DIGITS
                && numeral.digits().chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && Long.parseLong(numeral.digits()) < LARGEST) {
            return Long.parseLong(numeral.digits());
        }
        throw wrong(name, "an integer from 0 to below 2^53");
    }

    private static MalformedException wrong(String name, String expected) {
        return new MalformedException("\"" + name + "\" must be " + expected);
    }
}
