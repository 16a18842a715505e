/** Tests of messages to programs. */
@NullMarked
package io.gatehouse.notifications.deliveries;

import org.jspecify.annotations.NullMarked;
