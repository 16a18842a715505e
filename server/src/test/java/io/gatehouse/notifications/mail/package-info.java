/** Tests of letters. */
@NullMarked
package io.gatehouse.notifications.mail;

import org.jspecify.annotations.NullMarked;
