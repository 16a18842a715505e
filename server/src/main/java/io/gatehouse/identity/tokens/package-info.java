/** OAuth 2: keys are exchanged for short access tokens, which are worth no more than the key is at each request. */
@NullMarked
package io.gatehouse.identity.tokens;

import org.jspecify.annotations.NullMarked;
