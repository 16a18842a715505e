/** Tests of the log as others read it. */
@NullMarked
package io.gatehouse.ledger.log;

import org.jspecify.annotations.NullMarked;
