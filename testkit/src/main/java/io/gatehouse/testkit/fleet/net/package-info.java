/** How simulated Macs reach a server: over HTTP, or through a network that loses, repeats and delays by a seeded plan. */
@NullMarked
package io.gatehouse.testkit.fleet.net;

import org.jspecify.annotations.NullMarked;
