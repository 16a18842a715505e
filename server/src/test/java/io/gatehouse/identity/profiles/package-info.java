/** Tests of members' profiles. */
@NullMarked
package io.gatehouse.identity.profiles;

import org.jspecify.annotations.NullMarked;
