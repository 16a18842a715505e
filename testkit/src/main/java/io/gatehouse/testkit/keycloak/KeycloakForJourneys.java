package io.gatehouse.testkit.keycloak;

import java.io.IOException;

/** Starts Keycloak for the browser journeys; prints where it is and who administers it, and ends when its input ends. */
public final class KeycloakForJourneys {

    private KeycloakForJourneys() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Keycloak keycloak = Keycloak.start()) {
            System.out.println(
                    "Keycloak: " + keycloak.address() + " " + Keycloak.ADMIN + " " + Keycloak.ADMIN_PASSWORD);
            // A journey that dies closes the pipe, so that nothing is left running.
            while (System.in.read() >= 0) {}
        }
    }
}
