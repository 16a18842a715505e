/** The organization's Slack: what is told and decided there, and who is who. */
@NullMarked
package io.gatehouse.notifications.slack;

import org.jspecify.annotations.NullMarked;
