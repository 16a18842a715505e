/** Takes the book out, in the forms of docs/rules/ledger-format.md. */
@NullMarked
package io.gatehouse.ledger.export;

import org.jspecify.annotations.NullMarked;
