/** The first page: how the queue, the fleet, blocks and decisions stand. Bounded reads only, whatever the history's length. */
@NullMarked
package io.gatehouse.santa.home;

import org.jspecify.annotations.NullMarked;
