/** What people did to come in, and what was refused to them, with where they came from. */
@NullMarked
package io.gatehouse.identity.activity;

import org.jspecify.annotations.NullMarked;
