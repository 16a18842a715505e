/** Tests of provisioning. */
@NullMarked
package io.gatehouse.identity.scim;

import org.jspecify.annotations.NullMarked;
