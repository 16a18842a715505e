/** The product from outside: starting the packaged server and calling its public API as any client would. */
@NullMarked
package io.gatehouse.testkit.product;

import org.jspecify.annotations.NullMarked;
