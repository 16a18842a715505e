/** Inviting people into an organization by a link that works once. */
@NullMarked
package io.gatehouse.identity.invitations;

import org.jspecify.annotations.NullMarked;
