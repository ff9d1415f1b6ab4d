package io.followthrough.platform;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole application is told.
 *
 * @param zone where due dates end and working days begin
 * @param baseUrl how people reach the pages, for links in tickets and mail
 * @param rulesFile path of the file that weighs the rules for documents; empty for the rules as they come
 */
@ConfigurationProperties("followthrough")
public record FollowthroughProperties(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("") String rulesFile) {

    /** The address of a page for use outside the pages. */
    public String link(String path) {
        return baseUrl.toString().replaceAll("/+$", "") + path;
    }
}
