/** A name server on loopback. */
@NullMarked
package io.gatehouse.testkit.dns;

import org.jspecify.annotations.NullMarked;
