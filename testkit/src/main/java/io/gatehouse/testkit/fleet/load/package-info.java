/** Load for benchmarks: a hundred thousand Macs in little memory, at a chosen or the greatest rate, measured as it goes. */
@NullMarked
package io.gatehouse.testkit.fleet.load;

import org.jspecify.annotations.NullMarked;
