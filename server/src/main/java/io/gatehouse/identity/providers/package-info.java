/** Identity providers of organizations: how they are set up, and what their claims give. */
@NullMarked
package io.gatehouse.identity.providers;

import org.jspecify.annotations.NullMarked;
