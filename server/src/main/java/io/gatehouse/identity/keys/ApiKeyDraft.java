package io.gatehouse.identity.keys;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Network;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key shall be.
 *
 * @param networks from which it can be used, such as {@code 10.2.0.0/16}; none: from everywhere
 */
record ApiKeyDraft(
        @NotBlank @Size(max = 80) String name,
        @NotEmpty Set<Permission> permissions,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> networks,
        @NotNull Instant expiresAt) {

    String plainName() {
        return name.strip();
    }

    /** The networks in the one form in which they are kept. */
    List<String> plainNetworks() {
        return networks == null
                ? List.of()
                : networks.stream().map(ApiKeyDraft::network).distinct().toList();
    }

    private static String network(String text) {
        try {
            return Network.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "A network cannot be read",
                    List.of(new ProblemException.FieldError(
                            "networks", "must be addresses or ranges such as 10.2.0.0/16 or 2001:db8::/32")));
        }
    }
}
