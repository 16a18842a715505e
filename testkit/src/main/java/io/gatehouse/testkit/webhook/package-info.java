/** A receiver of signed messages (Standard Webhooks) on loopback, that also fails, dawdles and limits. */
@NullMarked
package io.gatehouse.testkit.webhook;

import org.jspecify.annotations.NullMarked;
