package io.gatehouse.santa.software;

import org.jspecify.annotations.Nullable;

/**
 * Which software is wanted; what is absent does not narrow.
 *
 * @param text part of the file's name or of the signing id, or its whole SHA-256
 * @param signer part of the signer's name or organization
 * @param blocked whether it was ever stopped
 * @param sort {@code -firstSeenAt} (newest first, when absent) or {@code firstSeenAt}
 */
record SoftwareFilter(
        @Nullable String text,
        @Nullable String signer,
        @Nullable Boolean blocked,
        @Nullable String sort) {}
