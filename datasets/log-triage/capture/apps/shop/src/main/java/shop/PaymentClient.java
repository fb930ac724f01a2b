package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

@Component
class PaymentClient {

    private static final Logger log = LoggerFactory.getLogger(PaymentClient.class);

    private final HttpClient http;
    private final String base;

    PaymentClient(HttpClient http, @Value("${shop.payment}") String base) {
        this.http = http;
        this.base = base;
    }

    String authorise(String order, int cents) {
        URI uri = URI.create(base + "/authorise?order=" + order + "&cents=" + cents);
        long start = System.nanoTime();
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).GET().build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            log.debug("payment answered {} for order {} in {} ms", response.statusCode(), order, (System.nanoTime() - start) / 1_000_000);
            if (response.statusCode() != 200) {
                throw new Errors.PaymentFailed(HttpStatus.BAD_GATEWAY, "payment answered " + response.statusCode() + " for order " + order, null);
            }
            return response.body();
        } catch (HttpTimeoutException e) {
            throw new Errors.PaymentFailed(HttpStatus.GATEWAY_TIMEOUT, "payment did not answer for order " + order, e);
        } catch (IOException e) {
            throw new Errors.PaymentFailed(HttpStatus.BAD_GATEWAY, "payment call for order " + order + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
