/** What is known of members' places in the organization: department, title, cost centre, reporting line. */
@NullMarked
package io.gatehouse.identity.profiles;

import org.jspecify.annotations.NullMarked;
