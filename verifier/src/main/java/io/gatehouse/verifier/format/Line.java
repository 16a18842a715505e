package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonReader;

/**
 * One line of a file, without its end.
 *
 * @param number counted from 1
 */
public record Line(long number, byte[] bytes) {

    /** The object that stands on it. */
    public Fields object() throws MalformedException {
        return Fields.of(JsonReader.read(bytes));
    }
}
