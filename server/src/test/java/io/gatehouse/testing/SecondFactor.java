package io.gatehouse.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A person's second factor.
 *
 * @param backupCodes given out with it
 */
public record SecondFactor(AuthenticatorApp app, List<String> backupCodes) {

    /** Adds an authenticator app to the person of a signed-in browser, as the console does. */
    public static SecondFactor add(Api browser, Clock clock) {
        Api.Answer proposal = browser.post("/api/account/factors/authenticator");
        AuthenticatorApp app =
                new AuthenticatorApp(proposal.json().at("/secret").asString(), clock);
        Api.Answer confirmed = browser.post("/api/account/factors/authenticator/confirm", Map.of("code", app.code(-1)));
        if (confirmed.status() != 200) {
            throw new IllegalStateException("No second factor: " + confirmed.status() + " " + confirmed.body());
        }
        return new SecondFactor(
                app,
                confirmed
                        .json()
                        .at("/backupCodes")
                        .valueStream()
                        .map(code -> code.asString())
                        .toList());
    }

    /** The body that shows the code of the app, so many steps later. */
    public Map<String, String> proof(int later) {
        return proof("AUTHENTICATOR_APP", app.code(later));
    }

    /** The body that shows any factor. */
    public static Map<String, String> proof(String factor, String secret) {
        return Map.of("factor", factor, "secret", secret);
    }
}
