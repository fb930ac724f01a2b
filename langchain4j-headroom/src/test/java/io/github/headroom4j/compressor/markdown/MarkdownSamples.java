package io.github.headroom4j.compressor.markdown;

/** Markdown of our own. */
final class MarkdownSamples {

    private MarkdownSamples() {}

    static String readme() {
        return """
                ---
                title: Pump
                ---
                # Pump [![Build](https://img.example.org/build/badge.svg)](https://ci.example.org/pump)

                [![Licence](https://img.example.org/licence.svg)](LICENSE) ![Downloads](https://img.example.org/downloads.svg)

                <!-- The next part is made by a script.
                     Do not edit it. -->

                Pump moves water from one tank to another. It is written for small controllers and needs no operating
                system. A tank is anything that tells how full it is. The library was begun in 2014 for a brewery in Tolm.

                ## Install

                Add the library to your build. The following is needed:

                - a compiler for C11, such as gcc 9
                - `make`, version 4 or later
                - the headers of the controller, which are not part of this repository
                  since their licence forbids it

                ```sh
                make && make install PREFIX=/opt/pump
                ```

                Windows is not supported. There is [a page about other systems](https://docs.example.org/pump/3.1/installation/other-systems-and-controllers.html#windows).

                Configuration
                -------------

                All settings stand in one file. Pressure is given in bar and time in seconds. Unknown settings are an error.

                | setting | default | meaning |
                |---|---|---|
                | max_pressure | 4.1 | the pump stops above it |
                | dry_run_time | 3 | seconds without water before it stops |
                | retries | 5 | starts after a stop |

                ### Retries

                After a stop the pump waits for a minute and starts again. It does so five times. However, it never starts again
                after a dry run. That has to be confirmed by a person.

                ## Contributing

                Please open an issue first. Changes without a test are not merged. We answer within a week.
                """;
    }

    static String changelog() {
        StringBuilder text = new StringBuilder("# Changes\n");
        for (int minor = 12; minor > 0; minor--) {
            text.append("\n## 3.").append(minor).append("\n\n");
            text.append("* Fix a leak of the valve when order-")
                    .append(4700 + minor)
                    .append(" is stopped twice.\n");
            text.append("* Accept pressures of up to ").append(minor).append(" bar.\n");
            text.append("* Update the translation.\n");
        }
        return text.toString();
    }

    /** A section between two blocks of code that another compressor reads. */
    static String between() {
        return """
                ```

                The call above opens the valve. It may fail if the tank is full. Nothing else is changed by it.

                - one item
                - another item

                The next one closes it again.

                ```java
                """;
    }
}
