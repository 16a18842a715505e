/** Tests of mail domains. */
@NullMarked
package io.gatehouse.identity.domains;

import org.jspecify.annotations.NullMarked;
