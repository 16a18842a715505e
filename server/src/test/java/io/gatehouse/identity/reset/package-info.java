/** Tests of forgotten passwords. */
@NullMarked
package io.gatehouse.identity.reset;

import org.jspecify.annotations.NullMarked;
