/**
 * What may run: Macs guarded by Santa. Devices and their tags, rules, configuration, the sync with the Macs, events.
 *
 * <p>Owns schema {@code santa}. One package for each feature; this package holds what they and other modules name:
 * references to devices, tags, rules and scopes.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "identity", "approvals"})
@NullMarked
package io.gatehouse.santa;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
