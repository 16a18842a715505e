/** What a provider's person sees across the customers that they are engaged for. */
@NullMarked
package io.gatehouse.identity.portfolio;

import org.jspecify.annotations.NullMarked;
