/** Tests of founding. */
@NullMarked
package io.gatehouse.identity.founding;

import org.jspecify.annotations.NullMarked;
