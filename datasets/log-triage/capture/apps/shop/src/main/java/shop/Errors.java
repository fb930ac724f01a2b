package shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions into HTTP answers and log lines. */
@RestControllerAdvice
public class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final Failures failures;

    Errors(Failures failures) {
        this.failures = failures;
    }

    static class NotFound extends RuntimeException {
        NotFound(String message) {
            super(message);
        }
    }

    static class PaymentFailed extends RuntimeException {
        final HttpStatus status;

        PaymentFailed(HttpStatus status, String message, Throwable cause) {
            super(message, cause);
            this.status = status;
        }
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<?> notFound(NotFound e) {
        log.warn("404 {}", e.getMessage());
        return answer(HttpStatus.NOT_FOUND, e);
    }

    @ExceptionHandler({IllegalArgumentException.class})
    ResponseEntity<?> badRequest(IllegalArgumentException e, HttpServletRequest request) {
        log.warn("Rejected {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler(PaymentFailed.class)
    ResponseEntity<?> payment(PaymentFailed e, HttpServletRequest request) {
        failures.log(log, request.getMethod() + " " + request.getRequestURI(), e);
        return answer(e.status, e);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, java.sql.SQLException.class})
    ResponseEntity<?> data(Exception e, HttpServletRequest request) {
        failures.log(log, request.getMethod() + " " + request.getRequestURI(), e);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, e);
    }

    private static ResponseEntity<?> answer(HttpStatus status, Exception e) {
        return ResponseEntity.status(status).body(Map.of("status", status.value(), "error", e.getClass().getSimpleName()));
    }
}
