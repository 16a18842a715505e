/** Tests of OpenID Connect. */
@NullMarked
package io.gatehouse.identity.oidc;

import org.jspecify.annotations.NullMarked;
