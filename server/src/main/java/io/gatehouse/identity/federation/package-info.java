/** Signing in by the word of an identity provider, whatever its kind. */
@NullMarked
package io.gatehouse.identity.federation;

import org.jspecify.annotations.NullMarked;
