package io.gatehouse.identity.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a program is stopped. */
record Reason(@NotBlank @Size(max = 500) String reason) {}
