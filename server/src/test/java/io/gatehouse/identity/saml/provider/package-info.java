/** Tests of SAML. */
@NullMarked
package io.gatehouse.identity.saml.provider;

import org.jspecify.annotations.NullMarked;
