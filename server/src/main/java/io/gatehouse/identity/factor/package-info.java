/** Second factors: authenticator apps, backup codes, passkeys. Who guesses is slowed down where they are asked for. */
@NullMarked
package io.gatehouse.identity.factor;

import org.jspecify.annotations.NullMarked;
