/** Letters by e-mail: what they say, when they are sent, what became of them. */
@NullMarked
package io.gatehouse.notifications.mail;

import org.jspecify.annotations.NullMarked;
