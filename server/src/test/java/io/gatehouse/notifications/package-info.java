/** Tests of telling people. */
@NullMarked
package io.gatehouse.notifications;

import org.jspecify.annotations.NullMarked;
