package io.gatehouse.identity;

import java.time.Instant;
import java.util.Optional;

/** What letters say that warn of the end of something without which people cannot sign in. */
public interface SignInWarningLetters {

    /** Empty when it no longer ends then, or whom it was for is no administrator any more. */
    Optional<SignInWarningLetter> write(SignInWarned warned);

    /** What ends. */
    enum About {
        /** A secret of an identity provider's, as whoever entered it said. */
        SECRET,
        /** The last certificate by which an identity provider signs. */
        CERTIFICATE,
        /** The certificate of our key towards an identity provider. */
        OWN_CERTIFICATE,
        /** The standing of a domain whose record is gone. */
        DOMAIN
    }

    /**
     * One letter.
     *
     * @param name of the provider or domain
     * @param link to the page where it can be changed
     */
    record SignInWarningLetter(
            Organization organization,
            PersonRef administrator,
            About about,
            String name,
            Instant endsAt,
            String link) {}
}
