/**
 * The catalogue: software that was approved beforehand. Whoever manages rules curates it; whoever may take an entry gets the
 * rule for their own Macs at once, as a request that nobody need decide, and may give it back.
 *
 * <p>Owns tables {@code catalogue_entry} and {@code catalogue_taking} of schema {@code santa}. Permissions
 * {@code request.create} to take, {@code rule.read} to see all entries, {@code rule.manage} to curate.
 */
@NullMarked
package io.gatehouse.santa.catalogue;

import org.jspecify.annotations.NullMarked;
