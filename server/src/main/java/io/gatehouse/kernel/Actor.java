package io.gatehouse.kernel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Always used together with the organization acted in, see {@link OrganizationScope}.
 *
 * @param type what kind of actor
 * @param id of the person, service account or device; null for the system itself
 * @param displayName as shown in the book and on screens
 */
public record Actor(Type type, @Nullable UUID id, String displayName) {

    /** What kind of actor. */
    public enum Type {
        PERSON,
        SERVICE_ACCOUNT,
        DEVICE,
        SYSTEM
    }

    /** The server acting by itself, for instance when a rule expires. */
    public static Actor system() {
        return new Actor(Type.SYSTEM, null, "Gatehouse");
    }

    /** A signed-in person. */
    public static Actor person(PersonId person, String displayName) {
        return new Actor(Type.PERSON, person.value(), displayName);
    }

    /** A program that a person lets act for them, under the name that it claims. */
    public static Actor personBy(PersonId person, String displayName, String program) {
        return new Actor(Type.PERSON, person.value(), displayName + " by their program “" + program + "”");
    }

    /** A device that authenticated itself. */
    public static Actor device(UUID device, String displayName) {
        return new Actor(Type.DEVICE, device, displayName);
    }

    /** A program with a key of that service account. */
    public static Actor serviceAccount(UUID account, String displayName) {
        return new Actor(Type.SERVICE_ACCOUNT, account, displayName);
    }

    /** The person who acts; empty when it is none. */
    public Optional<PersonId> asPerson() {
        return type == Type.PERSON ? Optional.ofNullable(id).map(PersonId::new) : Optional.empty();
    }

    /** Whether this is that very person. */
    public boolean is(PersonId person) {
        return type == Type.PERSON && person.value().equals(id);
    }
}
