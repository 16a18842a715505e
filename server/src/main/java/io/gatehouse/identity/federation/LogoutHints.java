package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.kernel.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps by what a provider knows its own session: sealed in ours, so that it is gone when ours is. */
@Component
final class LogoutHints {

    /** What goes into an address must not make it too long for the provider. */
    private static final int LONGEST = 6_000;

    private final Sealer sealer;

    LogoutHints(Sealer sealer) {
        this.sealer = sealer;
    }

    /** What the session keeps; null when the provider needs none, or it is too long to be sent back. */
    @Nullable
    String sealed(Proof proof) {
        String hint = proof.logoutHint();
        IdentityProvider provider = proof.provider();
        return hint == null || hint.length() > LONGEST
                ? null
                : Base64.getEncoder()
                        .encodeToString(sealer.seal(
                                provider.organization(),
                                purpose(provider.id()),
                                hint.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the kind of the provider gave; empty when it gave nothing. */
    Optional<String> of(IdentityProvider provider, Proven proven) {
        return Optional.ofNullable(proven.logoutHint()).map(kept -> open(provider, kept));
    }

    private String open(IdentityProvider provider, String kept) {
        byte[] opened = sealer.open(
                provider.organization(),
                purpose(provider.id()),
                Base64.getDecoder().decode(kept));
        return new String(opened, StandardCharsets.UTF_8);
    }

    private static String purpose(UUID provider) {
        return "logout hint " + provider;
    }
}
