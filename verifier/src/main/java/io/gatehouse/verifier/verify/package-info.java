/** Whether an export holds: everything that the contract says must be refused, is. */
@NullMarked
package io.gatehouse.verifier.verify;

import org.jspecify.annotations.NullMarked;
