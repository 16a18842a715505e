/** An independent reader of tiled transparency logs, written from the C2SP texts alone. */
@NullMarked
package io.gatehouse.testkit.tlog;

import org.jspecify.annotations.NullMarked;
