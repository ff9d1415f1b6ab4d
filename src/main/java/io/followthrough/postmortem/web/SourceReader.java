package io.followthrough.postmortem.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.Documents;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.platform.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** Gets a document out of a request, or says which problem (RFC 9457) keeps it from being one. */
@Component
class SourceReader {

    /** A character of a JSON string takes up to six bytes of the request. */
    private static final int MAX_JSON_BYTES = 6 * Documents.MAX_BYTES + 1_000;

    private static final String FILE = "file";
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown");

    private final ObjectMapper json;

    SourceReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The file of a form, the {@code source} of a JSON object, or the body itself; reads no more than is allowed. What
     * is said to be Markdown is taken as it is, everything else by what it turns out to be.
     */
    OpenedDocument read(HttpServletRequest request) throws IOException {
        MultipartRequest form = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (form != null) {
            return file(form);
        }
        String said = request.getContentType();
        MediaType type = type(said);
        if (type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "This is a form without a file. Send the document itself with its media type, such as text/markdown,"
                            + " or as the part \"file\" of multipart/form-data.");
        }
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            byte[] source =
                    source(bytes(request.getInputStream(), MAX_JSON_BYTES)).getBytes(StandardCharsets.UTF_8);
            return opened(source, () -> Documents.openText(source, null, null));
        }
        byte[] bytes = bytes(request.getInputStream(), Documents.MAX_BYTES);
        String name = request.getParameter("fileName");
        return type.isCompatibleWith(MARKDOWN)
                ? opened(bytes, () -> Documents.openText(bytes, name, said))
                : opened(bytes, () -> Documents.open(bytes, name, said));
    }

    private static OpenedDocument file(MultipartRequest form) throws IOException {
        MultipartFile file = form.getFile(FILE);
        if (file == null
                || form.getMultiFileMap().size() > 1
                || form.getFiles(FILE).size() > 1) {
            throw problem(HttpStatus.BAD_REQUEST, "Send one document, as the part \"file\" of the form.");
        }
        if (file.getSize() > Documents.MAX_BYTES) {
            throw tooLong();
        }
        byte[] bytes = file.getBytes();
        return opened(bytes, () -> Documents.open(bytes, file.getOriginalFilename(), file.getContentType()));
    }

    private static MediaType type(@Nullable String said) {
        try {
            return said == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(said);
        } catch (InvalidMediaTypeException e) {
            throw problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The Content-Type of the request is no media type.");
        }
    }

    private static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLong();
        }
        return bytes;
    }

    private static OpenedDocument opened(byte[] bytes, Supplier<OpenedDocument> opener) {
        if (bytes.length > Documents.MAX_BYTES) {
            throw tooLong();
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            throw problem(HttpStatus.BAD_REQUEST, "The document is empty. Send its text in the body of the request.");
        }
        try {
            return opener.get();
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
