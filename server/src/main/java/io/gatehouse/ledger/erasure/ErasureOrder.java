package io.gatehouse.ledger.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be erased.
 *
 * @param reason stays in the book for ever
 * @param afterHolds whether it may wait until no hold keeps it, instead of being refused; it may not unless said
 */
record ErasureOrder(
        @NotNull UUID subject,
        @NotBlank @Size(min = 10, max = 2000) String reason,
        @Nullable Boolean afterHolds) {

    boolean mayWait() {
        return Boolean.TRUE.equals(afterHolds);
    }
}
