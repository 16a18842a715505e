/** Random histories: people edit rules and tags while Macs sync over a bad network, and in the end the oracle compares. */
@NullMarked
package io.gatehouse.testkit.fleet.history;

import org.jspecify.annotations.NullMarked;
