package io.followthrough.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers the API's errors as problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrorAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrorAdvice.class);

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException refusal) {
        return problem(HttpStatus.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException refusal) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, refusal);
        refusal.details().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail forbidden(ForbiddenException refusal) {
        return problem(HttpStatus.FORBIDDEN, refusal);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidInputException refusal) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal);
    }

    /** Says which value of the request cannot be used, and what could. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(failure.getCause() instanceof InvalidFormatException wrong)) {
            return super.handleHttpMessageNotReadable(failure, headers, status, request);
        }
        String field = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "\"" + wrong.getValue() + "\" cannot be " + field + ". " + possible(wrong.getTargetType()));
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    private static String possible(Class<?> type) {
        if (type.isEnum()) {
            return "Choose one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")) + ".";
        }
        return type == LocalDate.class ? "Days look like 2026-03-31." : "It has another form.";
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure) {
        if (failure instanceof AccessDeniedException refusal) {
            // Spring Security knows whether a login or nothing helps.
            throw refusal;
        }
        if (failure instanceof AuthenticationException refusal) {
            throw refusal;
        }
        LOG.error("A call of the API failed", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; it is in the log.");
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException refusal) {
        return ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    }
}
