/** The software of the simulated world, which runs on Macs and is blocked there. */
@NullMarked
package io.gatehouse.testkit.fleet.software;

import org.jspecify.annotations.NullMarked;
