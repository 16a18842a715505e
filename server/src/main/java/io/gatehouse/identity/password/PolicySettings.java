package io.gatehouse.identity.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which passwords may be chosen.
 *
 * @param strength least strength, 2 to 4: each stands a hundred times the guesses of the one before, 4 more than ten thousand
 *     million
 * @param breachedFile list of stolen passwords beside the one that comes with the product: SHA-1 hashes in hexadecimal,
 *     one a line, in ascending order, perhaps with {@code :count} after each
 */
@Validated
@ConfigurationProperties("gatehouse.password-policy")
record PolicySettings(
        @DefaultValue("4") @Min(2) @Max(4) int strength,
        @Nullable Path breachedFile) {}
