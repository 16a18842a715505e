/** Tests of programs that act for a person. */
@NullMarked
package io.gatehouse.identity.connections;

import org.jspecify.annotations.NullMarked;
