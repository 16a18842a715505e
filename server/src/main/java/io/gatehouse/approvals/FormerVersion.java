package io.gatehouse.approvals;

import java.time.Instant;

/**
 * What a request was before its requester changed it.
 *
 * @param version from 1
 * @param contentHash that decisions of then are bound to
 * @param replacedAt when the next version took its place
 */
public record FormerVersion(
        int version, ContentHash contentHash, String title, String justification, Instant replacedAt) {}
