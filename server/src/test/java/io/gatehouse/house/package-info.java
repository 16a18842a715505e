/** The rules of the house, held by tests that read the compiled code. */
@NullMarked
package io.gatehouse.house;

import org.jspecify.annotations.NullMarked;
