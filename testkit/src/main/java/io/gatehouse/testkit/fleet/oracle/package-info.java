/** Which rules each Mac must hold, worked out from what people wrote, and how a Mac differs from that. */
@NullMarked
package io.gatehouse.testkit.fleet.oracle;

import org.jspecify.annotations.NullMarked;
