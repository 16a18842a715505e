/** Tests of which passwords are good enough. */
@NullMarked
package io.gatehouse.identity.password;

import org.jspecify.annotations.NullMarked;
