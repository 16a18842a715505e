/** Tests of people. */
@NullMarked
package io.gatehouse.identity.people;

import org.jspecify.annotations.NullMarked;
