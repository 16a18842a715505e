/** Tests of invitations. */
@NullMarked
package io.gatehouse.identity.invitations;

import org.jspecify.annotations.NullMarked;
