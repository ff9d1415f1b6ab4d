package io.followthrough.sandbox;

/**
 * One call to the REST API of the sandbox and what it answered, for tests.
 *
 * @param path without the query
 * @param query as sent, decoded, "a=b&c=d"; empty when there was none
 * @param status what was answered, or 0 when the connection was dropped
 */
public record SandboxExchange(
        String method,
        String path,
        String query,
        String requestBody,
        int status,
        String contentType,
        String responseBody) {

    int length() {
        return requestBody.length() + responseBody.length();
    }

    /** Method and path, "POST /rest/api/3/issue". */
    public String call() {
        return method + " " + path;
    }
}
