package io.gatehouse.identity.federation;

import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.identity.signin.SessionStart;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** What follows from a provider's answer: a session, the outcome of a test, or a page that says what to do. */
@Service
public final class FederatedSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(FederatedSignIn.class);

    private final Attempts attempts;
    private final FederatedPeople people;
    private final ProviderTests tests;
    private final LogoutHints hints;
    private final SessionStart start;

    FederatedSignIn(
            Attempts attempts, FederatedPeople people, ProviderTests tests, LogoutHints hints, SessionStart start) {
        this.attempts = attempts;
        this.people = people;
        this.tests = tests;
        this.hints = hints;
        this.start = start;
    }

    /**
     * Takes an answer that came by the person's browser.
     *
     * @param state that came with it
     * @param check the kind's own: what the provider says, or a {@link SignInRefusal}
     * @return where the browser goes
     */
    public URI answered(
            String state, Function<Attempt, Proof> check, HttpServletRequest request, HttpServletResponse response) {
        try {
            Attempt attempt = attempts.take(state, request);
            return attempt.isTest()
                    ? tested(attempt, check)
                    : signedIn(attempt, check.apply(attempt), request, response);
        } catch (SignInRefusal refusal) {
            return problem(refusal);
        }
    }

    /** The page of the console that says what to do. */
    public static URI problem(SignInRefusal refusal) {
        LOG.info("Sign-in through an identity provider refused: {}: {}", refusal.reason(), refusal.text());
        return UriComponentsBuilder.fromPath("/console/sign-in-problem")
                .queryParam("reason", refusal.reason().slug())
                .queryParam("id", Correlation.current())
                .build()
                .toUri();
    }

    /** Keeps what comes of trying a provider out that asks for name and password here. */
    public void tried(IdentityProvider provider, PersonId tester, Supplier<Proof> check) {
        Attempt attempt = new Attempt(provider, "", tester, ReturnAddress.HOME, "");
        try {
            tests.keep(attempt, check.get());
        } catch (SignInRefusal refusal) {
            tests.keep(attempt, refusal);
        }
    }

    /** Whether the browser sent along which attempts are its own; not when a page of another site lets it post. */
    public boolean knowsBrowser(HttpServletRequest request) {
        return attempts.knowsBrowser(request);
    }

    /** Begins the session of whom a proof is about; for kinds that ask for name and password here, too. */
    public void begin(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        Membership member = people.admit(proof);
        Set<Factor> factors = EnumSet.of(Factor.FEDERATED);
        if (proof.hasSecondFactor()) {
            factors.add(Factor.FEDERATED_SECOND_FACTOR);
        }
        Proven proven =
                new Proven(factors, member.organization(), proof.provider().id(), proof.askedAt(), hints.sealed(proof));
        start.beginFederated(member.person().id(), proven, request, response);
    }

    private URI signedIn(Attempt attempt, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        begin(proof, request, response);
        return URI.create(attempt.returnTo());
    }

    private URI tested(Attempt attempt, Function<Attempt, Proof> check) {
        try {
            tests.keep(attempt, check.apply(attempt));
        } catch (SignInRefusal refusal) {
            tests.keep(attempt, refusal);
        }
        return UriComponentsBuilder.fromPath("/console/sign-in-tested")
                .queryParam(
                        "provider", Objects.requireNonNull(attempt.provider()).id())
                .build()
                .toUri();
    }
}
