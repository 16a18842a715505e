package io.gatehouse.testkit.demo;

/** One person's sign-in, as {@code demo.json} names it. */
record Account(String organization, String role, String email, String displayName, String password) {}
