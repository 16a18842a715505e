/** Tests of the mathematics of trees. */
@NullMarked
package io.gatehouse.ledger.tree;

import org.jspecify.annotations.NullMarked;
