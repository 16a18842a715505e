/** Tests of an organization's own roles. */
@NullMarked
package io.gatehouse.identity.roles;

import org.jspecify.annotations.NullMarked;
