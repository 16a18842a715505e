package io.gatehouse.identity.providers;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind that sends the person's browser to the provider and gets an answer through it. */
public interface BrowserKind extends ProviderKind {

    /** The page that the browser comes back to after signing out at the provider. */
    String SIGNED_OUT = "/console/sign-in";

    /**
     * Where the browser goes.
     *
     * @param details what the kind must know again when the answer comes: nonces, ids of requests; kept on the server
     */
    record Departure(URI address, String details) {}

    /**
     * What is known of the person, and wanted of the provider.
     *
     * @param email whose sign-in it will be; empty when it is not known
     * @param fresh whether the provider shall ask the person anew, even if it knows them already
     */
    record Wish(String email, boolean fresh) {}

    /**
     * Begins.
     *
     * @param state names the attempt; the provider gives it back
     * @param wish what is known of the person
     * @throws SignInRefusal when the provider cannot be asked
     */
    Departure depart(IdentityProvider provider, String state, Wish wish);

    /**
     * Where the browser goes to end the session at the provider, too; empty when it knows no such address.
     *
     * @param hint by which the provider knows its session, as the kind gave it with the proof; null when it gave none
     * @param returnTo where the provider sends it afterwards
     */
    default Optional<URI> signOut(IdentityProvider provider, @Nullable String hint, URI returnTo) {
        return Optional.empty();
    }
}
