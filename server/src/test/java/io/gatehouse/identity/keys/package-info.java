/** Tests of service accounts and keys. */
@NullMarked
package io.gatehouse.identity.keys;

import org.jspecify.annotations.NullMarked;
