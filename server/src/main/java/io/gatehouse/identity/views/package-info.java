/** Saved views: a person's lists as they want them again, in one organization. */
@NullMarked
package io.gatehouse.identity.views;

import org.jspecify.annotations.NullMarked;
