/** What the protocol says about rules beyond their shape: identifiers per type, the hash over a Mac's rule table, the hash of a bundle. */
@NullMarked
package io.gatehouse.santa.protocol.rule;

import org.jspecify.annotations.NullMarked;
