/** Tests of messages to programs. */
@NullMarked
package io.gatehouse.notifications.bell;

import org.jspecify.annotations.NullMarked;
