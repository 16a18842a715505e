package io.gatehouse.identity.providers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an identity provider shall be set up.
 *
 * @param settings the kind's own
 * @param secret a new one; null: the one that is kept stays
 * @param secretExpiresOn when the secret ends, to be warned before
 * @param claimNames null: as is usual for the kind and the preset
 */
record ProviderDraft(
        @NotNull Kind kind,
        @NotNull Preset preset,
        @NotBlank @Size(max = 80) String name,
        @NotNull @Size(max = 40) Map<@Size(max = 60) String, @NotNull @Size(max = 200_000) String> settings,
        @Nullable @Size(min = 1, max = 4096) String secret,
        @Nullable LocalDate secretExpiresOn,
        @Nullable @Valid ClaimNames claimNames,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) String> secondFactorMethods) {

    @Override
    public String toString() {
        return "ProviderDraft[" + kind + " " + name + "]";
    }
}
