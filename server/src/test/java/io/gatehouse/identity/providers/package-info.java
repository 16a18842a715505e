/** Tests of how identity providers are set up. */
@NullMarked
package io.gatehouse.identity.providers;

import org.jspecify.annotations.NullMarked;
