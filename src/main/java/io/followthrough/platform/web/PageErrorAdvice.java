package io.followthrough.platform.web;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows people why a page refuses; what nobody expected goes on to the general error page. */
@ControllerAdvice(annotations = Controller.class)
class PageErrorAdvice {

    @ExceptionHandler
    ModelAndView notFound(NotFoundException refusal) {
        return page(HttpStatus.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ModelAndView conflict(ConflictException refusal) {
        return page(HttpStatus.CONFLICT, refusal);
    }

    @ExceptionHandler
    ModelAndView forbidden(ForbiddenException refusal) {
        return page(HttpStatus.FORBIDDEN, refusal);
    }

    @ExceptionHandler
    ModelAndView invalid(InvalidInputException refusal) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, refusal);
    }

    private static ModelAndView page(HttpStatus status, RuntimeException refusal) {
        return new ModelAndView(
                "error", Map.of("status", status.value(), "problem", String.valueOf(refusal.getMessage())), status);
    }
}
