/**
 * The book: what was decided, configured, accessed, enrolled, by whom and why. Append only.
 *
 * <p>Owns schema {@code ledger}. {@link io.gatehouse.ledger.Ledger} is the only door that writes to it.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.gatehouse.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
