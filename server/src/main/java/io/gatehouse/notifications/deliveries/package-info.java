/** What programs outside are told: destinations, messages on their way, and what became of each. */
@NullMarked
package io.gatehouse.notifications.deliveries;

import org.jspecify.annotations.NullMarked;
