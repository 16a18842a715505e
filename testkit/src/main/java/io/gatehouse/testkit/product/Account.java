package io.gatehouse.testkit.product;

/** One person's sign-in, as {@code demo.json} names it. */
public record Account(String organization, String role, String email, String displayName, String password) {}
