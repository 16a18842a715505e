package io.gatehouse.testkit.keycloak;

import java.util.List;
import java.util.Map;

/**
 * A person of a realm.
 *
 * @param name to sign in with
 * @param email verified
 * @param groups by name
 * @param attributes such as {@code department} and {@code title}
 */
public record KeycloakUser(
        String name,
        String password,
        String email,
        String firstName,
        String lastName,
        List<String> groups,
        Map<String, String> attributes) {

    public KeycloakUser {
        groups = List.copyOf(groups);
        attributes = Map.copyOf(attributes);
    }

    /** A person with that address, in these groups. */
    public static KeycloakUser of(String email, String... groups) {
        String name = email.substring(0, email.indexOf('@'));
        return new KeycloakUser(
                name,
                "password of " + name,
                email,
                name,
                "Example",
                List.of(groups),
                Map.of("department", "Engineering", "title", "Engineer"));
    }
}
