/**
 * Seals what must stay secret: envelope encryption with a key for each organization, wrapped by the installation's
 * master key, and values that may have to be forgotten under keys that can be destroyed. Implements
 * {@link io.gatehouse.kernel.Sealer} and {@link io.gatehouse.kernel.ErasableSealer}.
 *
 * <p>Owns schema {@code vault}.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.gatehouse.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
