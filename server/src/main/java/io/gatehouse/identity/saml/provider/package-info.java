/** Plugs SAML into signing in through identity providers: settings, keys of ours, metadata that stays fresh, the answer's address. */
@NullMarked
package io.gatehouse.identity.saml.provider;

import org.jspecify.annotations.NullMarked;
