/** Rules as a Mac stores them: types, policies, the table in the order of its writing, and the releases that know them. */
@NullMarked
package io.gatehouse.testkit.fleet.rules;

import org.jspecify.annotations.NullMarked;
