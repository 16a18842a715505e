/** Signing in and out with e-mail and password, and what keeps guessing slow. */
@NullMarked
package io.gatehouse.identity.signin;

import org.jspecify.annotations.NullMarked;
