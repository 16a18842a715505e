/** Stands in for Slack: its Web API, its sign-in, and what it sends when somebody presses a button. */
@NullMarked
package io.gatehouse.testkit.slack;

import org.jspecify.annotations.NullMarked;
