/** A fresh factor for one action: refused calls wait for it, and go through once with it. */
@NullMarked
package io.gatehouse.identity.stepup;

import org.jspecify.annotations.NullMarked;
