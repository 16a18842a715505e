package io.gatehouse.identity.factor;

import io.gatehouse.identity.session.Factor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What somebody shows to prove who they are.
 *
 * @param secret the code or the password; for a passkey, what the browser answered, as JSON
 */
public record FactorProof(
        @NotNull Factor factor,
        @NotBlank @Size(max = LONGEST) String secret) {

    private static final int LONGEST = 8192;

    @Override
    public String toString() {
        return "FactorProof[" + factor + "]";
    }
}
