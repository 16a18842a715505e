/** How members leave an organization, and what becomes of what they have there. */
@NullMarked
package io.gatehouse.identity.leaving;

import org.jspecify.annotations.NullMarked;
