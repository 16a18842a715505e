/** Votes on software, without anything around them. */
@NullMarked
package io.gatehouse.santa.ballot;

import org.jspecify.annotations.NullMarked;
