/** An organization's directory says who belongs to it: SCIM 2.0, RFC 7643 and 7644. */
@NullMarked
package io.gatehouse.identity.scim;

import org.jspecify.annotations.NullMarked;
