/** Roles that an organization makes itself, and what people hold beside the roles of their membership. */
@NullMarked
package io.gatehouse.identity.roles;

import org.jspecify.annotations.NullMarked;
