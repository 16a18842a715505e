/** What concerns each person: the bell. */
@NullMarked
package io.gatehouse.notifications.bell;

import org.jspecify.annotations.NullMarked;
