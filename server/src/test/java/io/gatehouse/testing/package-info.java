/** The test platform: one server and one PostgreSQL for each JVM, a fresh organization for each test. */
@NullMarked
package io.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
