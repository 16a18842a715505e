/** Tests of signing in. */
@NullMarked
package io.gatehouse.identity.signin;

import org.jspecify.annotations.NullMarked;
