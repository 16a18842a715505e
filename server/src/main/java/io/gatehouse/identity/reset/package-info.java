/** Getting back in with a forgotten password, by a link that is mailed, works once and not for long. */
@NullMarked
package io.gatehouse.identity.reset;

import org.jspecify.annotations.NullMarked;
