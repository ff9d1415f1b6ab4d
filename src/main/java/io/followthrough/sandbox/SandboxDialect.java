package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Which Jira the sandbox speaks like. */
public enum SandboxDialect {
    /** REST API version 3, rich text as documents, people by account id, API token with a mail address. */
    CLOUD("/rest/api/3"),
    /** REST API version 2, rich text as wiki markup, people by name, personal access token. */
    DATA_CENTER("/rest/api/2");

    final String api;

    SandboxDialect(String api) {
        this.api = api;
    }

    boolean isAuthentic(Call call, SandboxSettings settings) {
        String given = call.header("authorization");
        if (this == DATA_CENTER) {
            return ("Bearer " + settings.token()).equals(given);
        }
        byte[] credentials = (settings.user() + ":" + settings.token()).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(credentials)).equals(given);
    }

    boolean isRich(JsonNode text) {
        return this == CLOUD ? Adf.isDocument(text) : text.isTextual();
    }

    int length(JsonNode text) {
        return text.isTextual() ? text.asText().length() : Adf.length(text);
    }

    /** Plain text as this dialect writes it. */
    JsonNode rich(String plain) {
        return this == CLOUD ? Adf.of(plain) : TextNode.valueOf(Wiki.escape(plain));
    }

    /** Rich text as this dialect writes it, whichever of them it was written in. */
    JsonNode rich(JsonNode text) {
        return text.isNull() || text.isMissingNode() || isRich(text) ? text : rich(plain(text));
    }

    /** Rich text of either dialect without its markup. */
    static String plain(JsonNode text) {
        return text.isTextual() ? Wiki.plain(text.asText()) : Adf.plain(text);
    }
}
