/**
 * SAML 2.0 as a service provider: what an identity provider says of itself, what it is asked, and whether its answer is
 * proof of who somebody is. Pure: no database, no clock, no network.
 */
@NullMarked
package io.gatehouse.identity.saml;

import org.jspecify.annotations.NullMarked;
