/** Tests of fresh factors for single actions. */
@NullMarked
package io.gatehouse.identity.stepup;

import org.jspecify.annotations.NullMarked;
