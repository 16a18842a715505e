/** Tests of SAML. */
@NullMarked
package io.gatehouse.identity.saml;

import org.jspecify.annotations.NullMarked;
