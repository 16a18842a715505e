/** What Santa's block dialog shows: checks of the message's HTML and of the button's link with its placeholders. */
@NullMarked
package io.gatehouse.santa.dialog;

import org.jspecify.annotations.NullMarked;
