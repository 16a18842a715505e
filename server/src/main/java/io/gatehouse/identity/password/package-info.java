/** Which passwords are good enough: length, how hard they are to guess, and whether they were stolen elsewhere. */
@NullMarked
package io.gatehouse.identity.password;

import org.jspecify.annotations.NullMarked;
