package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** Remembers where sessions were opened, as long as a session may last. */
@Service
final class SessionOrigins {

    private static final int LONGEST_BROWSER = 300;

    private final Transactions transactions;
    private final SessionOriginStore store;
    private final SessionSettings settings;
    private final Clock clock;

    SessionOrigins(Transactions transactions, SessionOriginStore store, SessionSettings settings, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    void keep(PersonId person, UUID session, HttpServletRequest request) {
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        String shortened = browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER));
        Instant now = clock.instant();
        transactions.<Boolean>installation(() -> {
            store.insert(person, new SessionOriginStore.Origin(session, shortened, request.getRemoteAddr()), now);
            store.forgetBefore(now.minus(settings.absoluteLimit()));
            return true;
        });
    }

    Map<UUID, SessionOriginStore.Origin> of(PersonId person) {
        return transactions.installation(() -> store.of(person));
    }
}
