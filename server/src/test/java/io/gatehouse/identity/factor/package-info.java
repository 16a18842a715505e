/** Tests of second factors. */
@NullMarked
package io.gatehouse.identity.factor;

import org.jspecify.annotations.NullMarked;
