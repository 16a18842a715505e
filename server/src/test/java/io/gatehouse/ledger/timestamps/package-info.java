/** Tests of time stamps. */
@NullMarked
package io.gatehouse.ledger.timestamps;

import org.jspecify.annotations.NullMarked;
