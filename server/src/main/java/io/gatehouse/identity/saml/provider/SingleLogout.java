package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.federation.FederatedSignIn;
import io.gatehouse.identity.federation.ProviderLogout;
import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.identity.saml.Logout;
import io.gatehouse.identity.saml.LogoutCheck;
import io.gatehouse.identity.saml.LogoutWish;
import io.gatehouse.identity.saml.ProviderMetadata;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ends sessions at a provider's wish, each wish once, and takes its answers to ours. */
@Service
final class SingleLogout {

    private final Transactions transactions;
    private final LogoutStore store;
    private final KnownMetadata metadata;
    private final OwnKeys keys;
    private final SamlAddresses addresses;
    private final SubjectHints hints;
    private final ProviderLogout sessions;
    private final PublicAddress address;
    private final Clock clock;

    SingleLogout(
            Transactions transactions,
            LogoutStore store,
            KnownMetadata metadata,
            OwnKeys keys,
            SamlAddresses addresses,
            SubjectHints hints,
            ProviderLogout sessions,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.metadata = metadata;
        this.keys = keys;
        this.addresses = addresses;
        this.hints = hints;
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
    }

    /**
     * A wish that came in an address.
     *
     * @return where the browser goes
     */
    URI redirected(IdentityProvider provider, String query, @Nullable String relayState) {
        return wished(
                provider,
                relayState,
                known -> LogoutCheck.redirected(query, known, addresses.self(provider), clock.instant()));
    }

    /** A wish that came in a form. */
    URI posted(IdentityProvider provider, String request, @Nullable String relayState) {
        return wished(
                provider,
                relayState,
                known -> LogoutCheck.posted(request, known, addresses.self(provider), clock.instant()));
    }

    /** What follows from a provider's answer to our wish: our own session is over already. */
    URI answered(boolean succeeded) {
        return succeeded
                ? signedOut()
                : FederatedSignIn.problem(
                        new SignInRefusal(Reason.SIGN_OUT_INCOMPLETE, "The provider did not end its session"));
    }

    private URI wished(
            IdentityProvider provider,
            @Nullable String relayState,
            Function<ProviderMetadata, LogoutWish.Verdict> check) {
        try {
            ProviderMetadata known = metadata.of(provider);
            return switch (check.apply(known)) {
                case LogoutWish.Verdict.Verified(LogoutWish wish) -> {
                    fulfil(provider, wish);
                    yield Logout.answer(
                                    known,
                                    addresses.self(provider),
                                    wish.id(),
                                    relayState,
                                    keys.all(provider).getFirst(),
                                    clock.instant())
                            .orElseGet(this::signedOut);
                }
                case LogoutWish.Verdict.Refused(var reason, String detail) ->
                    throw new SignInRefusal(Reason.SIGN_OUT_INCOMPLETE, reason + ": " + detail);
            };
        } catch (SignInRefusal refusal) {
            return FederatedSignIn.problem(refusal);
        }
    }

    private void fulfil(IdentityProvider provider, LogoutWish wish) {
        boolean first = transactions.installation(() -> {
            store.forgetBefore(clock.instant());
            return store.insert(provider, wish);
        });
        if (!first) {
            throw new SignInRefusal(Reason.SIGN_OUT_INCOMPLETE, "The request came before");
        }
        sessions.end(provider, wish.subject(), hint -> wish.includes(hints.read(hint)));
    }

    private URI signedOut() {
        return URI.create(address.of(BrowserKind.SIGNED_OUT));
    }
}
