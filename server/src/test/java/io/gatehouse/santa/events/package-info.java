/** Tests of what Macs report: stored, counted, found, shown. */
@NullMarked
package io.gatehouse.santa.events;

import org.jspecify.annotations.NullMarked;
