/** Tests of warnings. */
@NullMarked
package io.gatehouse.identity.warnings;

import org.jspecify.annotations.NullMarked;
