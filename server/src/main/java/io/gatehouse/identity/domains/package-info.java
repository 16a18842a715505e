/** The mail domains of organizations: claimed, proven, and each one organization's at most. */
@NullMarked
package io.gatehouse.identity.domains;

import org.jspecify.annotations.NullMarked;
