package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

class CodeDetectionTest {

    private static final String DOCUMENTED = """
            \"""
            requests.api
            ~~~~~~~~~~~~

            The interface.
            \"""

            from . import sessions

            def get(url, params=None, **kwargs):
                return request("get", url, params=params, **kwargs)

            def head(url, **kwargs):
                kwargs.setdefault("allow_redirects", False)
                return request("head", url, **kwargs)
            """;

    @Example
    void a_heading_underlined_with_tildes_is_no_fence() {
        assertThat(new CodeDetector().detect(TextSample.of(DOCUMENTED)).flatMap(Detection::language))
                .contains("python");
    }

    @Example
    void a_fence_of_tildes_still_is_one() {
        String fenced = DOCUMENTED.replace("requests.api\n~~~~~~~~~~~~", "requests.api\n\n~~~\ncode\n~~~");
        assertThat(new CodeDetector().detect(TextSample.of(fenced))).isEmpty();
    }
}
