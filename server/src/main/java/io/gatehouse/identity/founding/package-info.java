/** How organizations begin: the first run, an operator's new organization, a provider's new customer. */
@NullMarked
package io.gatehouse.identity.founding;

import org.jspecify.annotations.NullMarked;
