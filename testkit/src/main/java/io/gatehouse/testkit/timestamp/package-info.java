/** A time-stamp authority (RFC 3161) on loopback, that also answers as none should. */
@NullMarked
package io.gatehouse.testkit.timestamp;

import org.jspecify.annotations.NullMarked;
