/**
 * Simulated Macs that guard themselves as Santa does, the software that runs on them, and the oracle that says which rules
 * each of them must hold. Nothing here uses code of the product: one mistake must not agree with itself.
 */
@NullMarked
package io.gatehouse.testkit.fleet;

import org.jspecify.annotations.NullMarked;
