/** Tests of signing in by the word of an identity provider. */
@NullMarked
package io.gatehouse.identity.federation;

import org.jspecify.annotations.NullMarked;
