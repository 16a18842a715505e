package io.gatehouse.ledger;

import io.gatehouse.kernel.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the book.
 *
 * <p>Values of {@code before} and {@code after} are text, numbers, booleans, null, lists and maps of those, and
 * {@link Personal}.
 *
 * @param action what was done, {@code object.verb} in lower case: {@code rule.create}, {@code request.approve}
 * @param objectType what kind of thing it was done to, in lower case: {@code rule}, {@code person}
 * @param objectId id of the thing
 * @param objectName how people call it
 * @param reason why, in the actor's words; null when none was asked for
 * @param before the thing's fields before, null when it did not exist
 * @param after the thing's fields after, null when it no longer exists
 * @param nameIsPersonal whether {@code objectName} is a person's and must be kept as {@link Personal} values are
 */
public record NewEntry(
        String action,
        String objectType,
        String objectId,
        String objectName,
        @Nullable String reason,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        boolean nameIsPersonal) {

    /** Starts an entry about one thing. */
    public static NewEntry of(String action, String objectType, Object objectId, String objectName) {
        return new NewEntry(action, objectType, objectId.toString(), objectName, null, null, null, false);
    }

    /** Starts an entry about a person, whose name is personal. */
    public static NewEntry ofPerson(String action, PersonId person, String displayName) {
        return new NewEntry(action, "person", person.toString(), displayName, null, null, null, true);
    }

    /** With a reason. */
    public NewEntry because(@Nullable String why) {
        return new NewEntry(action, objectType, objectId, objectName, why, before, after, nameIsPersonal);
    }

    /** With the thing's fields before and after. */
    public NewEntry change(@Nullable Map<String, @Nullable Object> was, @Nullable Map<String, @Nullable Object> is) {
        return new NewEntry(action, objectType, objectId, objectName, reason, was, is, nameIsPersonal);
    }
}
