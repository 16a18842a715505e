package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Service;
import org.springframework.web.util.WebUtils;

/** Sends browsers to providers, and knows them again: an attempt is good for once, soon, and in its own browser. */
@Service
final class Attempts {

    static final String COOKIE = "GATEHOUSE_ATTEMPT";
    private static final String COOKIE_PATH = "/api/sign-in";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Transactions transactions;
    private final AttemptStore store;
    private final Providers providers;
    private final ProviderKinds kinds;
    private final Clock clock;

    Attempts(Transactions transactions, AttemptStore store, Providers providers, ProviderKinds kinds, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @param tester who tries the provider out; null when somebody wants to sign in
     * @return where the browser goes
     * @throws SignInRefusal when the provider cannot be asked
     */
    URI begin(
            IdentityProvider provider,
            BrowserKind.Wish wish,
            @Nullable PersonId tester,
            String returnTo,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(kinds.of(provider.kind()) instanceof BrowserKind kind)) {
            throw CommonProblem.CONFLICT.because("This provider asks for name and password here");
        }
        LinkToken state = LinkToken.next();
        BrowserKind.Departure departure = kind.depart(provider, state.text(), wish);
        LinkToken browser = browser(request).orElseGet(LinkToken::next);
        Instant now = clock.instant();
        transactions.<Boolean>installation(() -> {
            store.forgetBefore(now);
            store.insert(
                    state.hash(),
                    browser.hash(),
                    provider,
                    new AttemptStore.Waiting(provider.id(), provider.version(), tester, returnTo, departure.details()),
                    now.plus(LASTS));
            return true;
        });
        remember(browser, request, response);
        return departure.address();
    }

    /**
     * The attempt that an answer belongs to; it is used up.
     *
     * @throws SignInRefusal when there is none, or the provider is not as it was
     */
    Attempt take(String state, HttpServletRequest request) {
        AttemptStore.Waiting waiting = browser(request)
                .flatMap(browser -> transactions.installation(
                        () -> store.take(new LinkToken(state).hash(), browser.hash(), clock.instant())))
                .orElseThrow(() -> new SignInRefusal(
                        Reason.ATTEMPT_UNKNOWN, "The attempt is over, was used, or began in another browser"));
        IdentityProvider provider = providers
                .find(waiting.provider())
                .orElseThrow(() -> new SignInRefusal(Reason.PROVIDER_DISABLED, "The provider is gone"));
        return new Attempt(provider, state, waiting.tester(), waiting.returnTo(), checked(waiting, provider));
    }

    private static String checked(AttemptStore.Waiting waiting, IdentityProvider provider) {
        if (waiting.tester() == null && !provider.enabled()) {
            throw new SignInRefusal(Reason.PROVIDER_DISABLED, "The provider is not in use");
        }
        if (waiting.version() != provider.version()) {
            throw new SignInRefusal(Reason.PROVIDER_CHANGED, "The provider was changed meanwhile: try again");
        }
        return waiting.details();
    }

    boolean knowsBrowser(HttpServletRequest request) {
        return browser(request).isPresent();
    }

    private static Optional<LinkToken> browser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !TOKEN.matcher(cookie.getValue()).matches()
                ? Optional.empty()
                : Optional.of(new LinkToken(cookie.getValue()));
    }

    private static void remember(LinkToken browser, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, browser.text())
                .path(COOKIE_PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(LASTS)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
