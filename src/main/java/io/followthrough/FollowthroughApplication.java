package io.followthrough;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Followthrough: the server, or with {@code lint} as first argument the command line. */
@SpringBootApplication
public class FollowthroughApplication {

    public static void main(String[] args) {
        // The engine stores instants without a zone: every node has to mean the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(FollowthroughApplication.class, args);
    }
}
