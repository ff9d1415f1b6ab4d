package io.followthrough;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Followthrough: the server, or with {@code lint} as first argument the command line. */
@SpringBootApplication
public class FollowthroughApplication {

    public static void main(String[] args) {
        SpringApplication.run(FollowthroughApplication.class, args);
    }
}
