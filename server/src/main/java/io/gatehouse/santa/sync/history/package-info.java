/** A device's syncs as people see them, and their wish for a clean one. */
@NullMarked
package io.gatehouse.santa.sync.history;

import org.jspecify.annotations.NullMarked;
