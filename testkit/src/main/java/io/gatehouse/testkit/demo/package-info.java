/** What {@code make run} starts: the packaged server, filled through its public API, and 200 simulated Macs that sync with it. */
@NullMarked
package io.gatehouse.testkit.demo;

import org.jspecify.annotations.NullMarked;
