package io.followthrough.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form with files that cannot be taken apart is its sender's mistake; no controller has seen it yet. */
@ControllerAdvice
class UploadErrorAdvice {

    @ExceptionHandler
    void broken(MultipartException failure, HttpServletResponse response) throws IOException {
        HttpStatus status = failure instanceof MaxUploadSizeExceededException
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
