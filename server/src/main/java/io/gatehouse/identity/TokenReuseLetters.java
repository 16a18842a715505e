package io.gatehouse.identity;

import java.util.Optional;

/** What letters say of connections that ended because a refresh token came twice. */
public interface TokenReuseLetters {

    /** Empty when whom it was for has left, or is no administrator any more. */
    Optional<TokenReuseLetter> write(TokenReused reused);

    /**
     * One letter.
     *
     * @param owner whose connection it was, who may be the reader
     * @param program as it called itself
     * @param link to the page where the owner's connections are seen
     */
    record TokenReuseLetter(
            Organization organization, PersonRef reader, PersonRef owner, String program, String link) {}
}
