/** Tests of organizations' looks and settings. */
@NullMarked
package io.gatehouse.identity.organizations;

import org.jspecify.annotations.NullMarked;
