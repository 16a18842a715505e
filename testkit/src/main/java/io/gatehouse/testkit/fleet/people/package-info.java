/** Many Macs in real time with somebody at each of them. */
@NullMarked
package io.gatehouse.testkit.fleet.people;

import org.jspecify.annotations.NullMarked;
