/** Tells administrators in time that something ends without which their people cannot sign in. */
@NullMarked
package io.gatehouse.identity.warnings;

import org.jspecify.annotations.NullMarked;
