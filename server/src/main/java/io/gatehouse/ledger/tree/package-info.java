/** The mathematics of RFC 6962 trees: hashes, growth, and which subtrees make up a proof. Knows no database. */
@NullMarked
package io.gatehouse.ledger.tree;

import org.jspecify.annotations.NullMarked;
