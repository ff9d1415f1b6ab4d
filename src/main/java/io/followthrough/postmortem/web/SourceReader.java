package io.followthrough.postmortem.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.Documents;
import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.platform.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Gets the text of a document out of a request, or says which problem (RFC 9457) keeps it from being one. */
@Component
class SourceReader {

    /** A character of a JSON string takes up to six bytes of the request. */
    private static final int MAX_JSON_BYTES = 6 * Documents.MAX_BYTES + 1_000;

    private final ObjectMapper json;

    SourceReader(ObjectMapper json) {
        this.json = json;
    }

    /** The text of the body, which is that text or JSON with it as {@code source}; reads no more than is allowed. */
    String read(InputStream body, MediaType type) throws IOException {
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return decode(source(bytes(body, MAX_JSON_BYTES)).getBytes(StandardCharsets.UTF_8));
        }
        return decode(bytes(body, Documents.MAX_BYTES));
    }

    private static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLong();
        }
        return bytes;
    }

    private static String decode(byte[] bytes) {
        if (bytes.length > Documents.MAX_BYTES) {
            throw tooLong();
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            throw problem(HttpStatus.BAD_REQUEST, "The document is empty. Send its text in the body of the request.");
        }
        try {
            return Documents.decode(bytes);
        } catch (UnreadableDocumentException unreadable) {
            throw problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, String.valueOf(unreadable.getMessage()));
        }
    }

    private String source(byte[] bytes) {
        JsonNode source;
        try {
            source = json.readTree(bytes).path("source");
        } catch (IOException e) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "This is no JSON: send {\"source\": \"…\"}, or the text itself as text/markdown.");
        }
        if (!source.isTextual()) {
            throw new InvalidInputException("Send the text as the string \"source\" of a JSON object.");
        }
        return source.textValue();
    }

    private static ErrorResponseException tooLong() {
        return problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The document is too long: at most %,d bytes are read. Send the postmortem without attachments or logs."
                        .formatted(Documents.MAX_BYTES));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
