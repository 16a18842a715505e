/** The fleet's own reading of Santa's sync v1 on the wire; it shares nothing with the codec of the product that it checks. */
@NullMarked
package io.gatehouse.testkit.fleet.wire;

import org.jspecify.annotations.NullMarked;
