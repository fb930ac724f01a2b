package io.github.headroom4j.eval.reader.model.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/**
 * Builds clients that read a whole answer within one deadline and up to a size, and that tell how long a server wants to be
 * left alone. Not thread-safe; what it builds is.
 */
public final class BoundedHttpClientBuilder implements HttpClientBuilder {

    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration readTimeout = Duration.ofMinutes(2);

    /** A builder with defaults: 10 seconds to connect, two minutes to answer. */
    public BoundedHttpClientBuilder() {}

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Ignored where it is longer than the default, since models set it to the time of a whole answer. */
    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout.compareTo(connectTimeout) < 0 ? timeout : connectTimeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    /** The deadline of a whole answer. */
    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new BoundedHttpClient(connectTimeout, readTimeout);
    }
}
