/** Root of the server. Each sub-package is a module; {@code docs/PROJECT_STRUCTURE.md} has a line for each. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
