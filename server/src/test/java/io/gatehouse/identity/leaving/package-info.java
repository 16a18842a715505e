/** Tests of how members leave. */
@NullMarked
package io.gatehouse.identity.leaving;

import org.jspecify.annotations.NullMarked;
