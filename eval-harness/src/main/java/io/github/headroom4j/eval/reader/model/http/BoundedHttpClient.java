package io.github.headroom4j.eval.reader.model.http;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends a request and reads its whole answer within one deadline and up to a size. Follows no redirects, which would carry
 * the key to another server, and speaks HTTP/1.1, since offers to upgrade confuse some local servers. Writes no logs.
 * Thread-safe.
 */
final class BoundedHttpClient implements HttpClient {

    /** Bytes of an answer; the longest are some hundred kilobytes. */
    static final int MAX_BYTES = 8 << 20;

    /** Characters of a refusal that are kept. */
    private static final int MAX_REFUSAL = 500;

    /** Threads that wait for bytes, as many as requests are under way; the common pool has too few. */
    private static final ExecutorService READERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "model-http");
        thread.setDaemon(true);
        return thread;
    });

    private final java.net.http.HttpClient client;
    private final Duration deadline;

    BoundedHttpClient(Duration connectTimeout, Duration deadline) {
        this.deadline = deadline;
        client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    private record Received(HttpResponse<InputStream> response, String body) {}

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<Received> pending = client.sendAsync(toJdk(request), BodyHandlers.ofInputStream())
                .thenApplyAsync(BoundedHttpClient::read, READERS);
        try {
            Received received = pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return accepted(received);
        } catch (java.util.concurrent.TimeoutException e) {
            pending.cancel(true);
            throw new TimeoutException("no answer within " + deadline.toSeconds() + " s");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a model's server", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException failed(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new TimeoutException("no connection in time");
        }
        IOException io = cause instanceof IOException broken
                ? broken
                : cause instanceof UncheckedIOException unchecked ? unchecked.getCause() : new IOException(cause);
        return new UncheckedIOException("the connection failed", io);
    }

    private static SuccessfulHttpResponse accepted(Received received) {
        HttpResponse<InputStream> response = received.response();
        String body = received.body();
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException(
                    response.statusCode(),
                    body.substring(0, Math.min(body.length(), MAX_REFUSAL)),
                    RetryAfter.of(response.headers(), Instant.now()));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private static Received read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IOException("the answer has more than " + MAX_BYTES + " bytes");
            }
            return new Received(response, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.net.http.HttpRequest toJdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(deadline);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("readers do not stream");
    }
}
