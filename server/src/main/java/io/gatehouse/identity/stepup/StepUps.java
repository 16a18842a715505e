package io.gatehouse.identity.stepup;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.factor.FactorProof;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.identity.signin.SignIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Refused actions wait here for a fresh factor; each goes through once, soon, and only as it was. */
@Service
final class StepUps implements FreshFactors {

    private static final Duration WAITS = Duration.ofMinutes(5);
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final Duration FEDERATED_GOOD_FOR = Duration.ofMinutes(5);
    private static final int MOST_WAITING = 20;

    private final Transactions transactions;
    private final WaitingActionStore store;
    private final Persons persons;
    private final SecondFactors secondFactors;
    private final SignIn signIn;
    private final Clock clock;

    StepUps(
            Transactions transactions,
            WaitingActionStore store,
            Persons persons,
            SecondFactors secondFactors,
            SignIn signIn,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.secondFactors = secondFactors;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public void demand() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes running) {
            demand(running.getRequest(), Objects.requireNonNull(running.getResponse()));
        }
    }

    void demand(HttpServletRequest request, HttpServletResponse response) {
        SignedIn session = PersonSessions.required();
        Action action = Action.of(request);
        Instant now = clock.instant();
        boolean confirmed = confirmation(request)
                .filter(id -> transactions.installation(() -> store.use(id, session, action.hash(), now)))
                .isPresent();
        if (!confirmed) {
            response.setHeader(HEADER, wait(session, action, now).toString());
            throw StepUpProblem.FRESH_FACTOR_NEEDED.because("Confirm that it is you who wants exactly this");
        }
    }

    /** Whoever has a second factor shows it; others show their password, or have just come from an identity provider. */
    SignIn.Outcome confirm(SignedIn session, UUID id, FactorProof proof, @Nullable String browser) {
        String action = transactions
                .installation(() -> store.find(id, session, clock.instant()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nothing waits for a factor under this id"));
        if (proof.factor().isSecond() == secondFactors.of(session.person()).isEmpty()) {
            throw CommonProblem.INVALID.because(
                    "factor must be one of your second factors, or PASSWORD or FEDERATED without any");
        }
        PersonRef person = persons.find(session.person()).orElseThrow();
        OrganizationId through = session.proven().through();
        SignIn.Outcome outcome = proof.factor() == Factor.FEDERATED
                ? federated(session)
                : signIn.attempt(person, proof, through, browser);
        if (outcome instanceof SignIn.Outcome.Accepted) {
            transactions.<Boolean>installation(() -> {
                store.prove(id, clock.instant().plus(GOOD_FOR));
                persons.record(
                        person.id(),
                        through,
                        NewEntry.ofPerson("person.confirm-action", person.id(), person.displayName())
                                .change(null, Map.of("factor", proof.factor().name(), "action", action)));
                return true;
            });
        }
        return outcome;
    }

    /** What the identity provider said a moment ago is as fresh as a password typed now. */
    private SignIn.Outcome federated(SignedIn session) {
        Instant asked = session.proven().askedAt();
        boolean fresh = asked != null && asked.plus(FEDERATED_GOOD_FOR).isAfter(clock.instant());
        if (!fresh) {
            throw CommonProblem.CONFLICT.because(
                    "Sign in again through your organization, and then do this within five minutes");
        }
        return new SignIn.Outcome.Accepted(session.person(), 0);
    }

    private UUID wait(SignedIn session, Action action, Instant now) {
        UUID id = UUID.randomUUID();
        transactions.<Boolean>installation(() -> {
            store.insert(id, session, action, now.plus(WAITS));
            store.forget(session, MOST_WAITING, now);
            return true;
        });
        return id;
    }

    private static Optional<UUID> confirmation(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String text = header == null ? request.getParameter(PARAMETER) : header;
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
