/** Tests of engagements. */
@NullMarked
package io.gatehouse.identity.engagements;

import org.jspecify.annotations.NullMarked;
