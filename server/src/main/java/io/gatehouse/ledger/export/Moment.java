package io.gatehouse.ledger.export;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.log.LogExcerpts;
import java.util.Set;

/**
 * The sealed moment of a book that an export shows.
 *
 * @param head the checkpoint that seals it
 * @param withheld whether personal and secret values are left out
 * @param acknowledged indexes of changed entries that an administrator has answered for
 */
record Moment(
        OrganizationScope scope, LogExcerpts.Head head, Orders orders, boolean withheld, Set<Long> acknowledged) {}
