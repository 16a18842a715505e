/** OpenID Connect: turns a provider's answer into a proof, and nothing else. */
@NullMarked
package io.gatehouse.identity.oidc;

import org.jspecify.annotations.NullMarked;
