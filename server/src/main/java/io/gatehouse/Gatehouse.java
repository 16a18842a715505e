package io.gatehouse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the server. */
@Modulithic(systemName = "Gatehouse")
@SpringBootApplication
public class Gatehouse {

    /** Starts the server; options are Spring Boot's, see {@code docs/CONFIGURATION.md}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Gatehouse.class, arguments);
    }
}
