/** Tests of OAuth 2. */
@NullMarked
package io.gatehouse.identity.tokens;

import org.jspecify.annotations.NullMarked;
