package io.followthrough.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form with files that cannot be taken apart is its sender's mistake. No controller has seen it yet, and an error page
 * by way of the container would try to take it apart once more.
 */
@ControllerAdvice
class UploadErrorAdvice {

    @ExceptionHandler
    Object broken(MultipartException failure, HttpServletRequest request) {
        boolean tooLarge = failure instanceof MaxUploadSizeExceededException;
        HttpStatus status = tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
        String words = tooLarge
                ? "The form is too large; a document may have 10,485,760 bytes. Send it without attachments or logs."
                : "The form is damaged. Send the document as the part \"file\" of multipart/form-data.";
        return request.getRequestURI().startsWith("/api/")
                ? ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, words))
                : new ModelAndView("error", Map.of("status", status.value(), "problem", words), status);
    }
}
