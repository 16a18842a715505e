package io.gatehouse.identity.account;

import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.OpenSession;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.PublicEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own sessions. */
@RestController
@RequestMapping("/api/account/sessions")
final class OwnSessionsController {

    private final OwnSessions sessions;

    OwnSessionsController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One of the person's sessions.
     *
     * @param id names the session and opens nothing
     * @param browser as it calls itself; empty when nothing is known
     * @param address that it was opened from; empty when nothing is known
     * @param current whether it is the one that asks
     */
    record SessionRow(
            UUID id,
            String browser,
            String address,
            List<Factor> factors,
            Instant beganAt,
            Instant lastUsedAt,
            boolean current) {}

    @GetMapping
    @PublicEndpoint("Each signed-in person for themselves")
    List<SessionRow> list(SignedIn asking) {
        return sessions.of(asking).stream().map(open -> row(open, asking)).toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Each signed-in person for themselves: another's session is not found")
    void end(SignedIn asking, @PathVariable UUID id) {
        sessions.end(asking, id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Each signed-in person for themselves; the session that asks goes on")
    void endOthers(SignedIn asking) {
        sessions.endOthers(asking);
    }

    private static SessionRow row(OpenSession open, SignedIn asking) {
        SignedIn session = open.signedIn();
        return new SessionRow(
                session.session(),
                open.browser(),
                open.address(),
                session.factors().stream().sorted().toList(),
                session.began(),
                open.lastUsed(),
                session.session().equals(asking.session()));
    }
}
