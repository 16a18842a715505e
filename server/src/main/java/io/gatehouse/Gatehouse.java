package io.gatehouse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** Starts the server. */
@Modulithic(systemName = "Gatehouse")
// People sign in by the identity module; Boot's own user with a generated password must not exist.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Gatehouse {

    /** Starts the server; options are Spring Boot's and those of {@code .env.example}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Gatehouse.class, arguments);
    }
}
