package io.github.headroom4j.compressor.html;

/** Pages of our own. */
final class HtmlSamples {

    private HtmlSamples() {}

    /** A page of documentation with all that stands around it on the web. */
    static String page() {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><title>Pump guide - Example</title>
                <meta name="description" content="How to run the pump.">
                <script>var tracked = "secret";</script><style>p { color: red }</style></head>
                <body>
                <div class="cookie-banner">We use cookies on this page to make it better for you. <button>Accept</button></div>
                <nav><ul>
                <li><a href="/products">Products of the house</a></li>
                <li><a href="/support">Support for everybody who owns one of our many pumps and spare parts</a></li>
                <li><a href="/jobs">Work with us at one of the four places where our pumps are designed and built</a></li>
                <li><a href="/press">News for the press and for those who want to write about the history of pumps</a></li>
                </ul></nav>
                <main>
                <h1>Pump guide</h1>
                <p>The <b>pump</b> is <a href="../api/pump.html">documented</a> and started with <code>pump.start()</code>.<br>
                It must never run dry.</p>
                <h2>Maintenance</h2>
                <ul><li>Oil it <em>weekly</em>
                  <ul><li>Grade 32 below 10 °C</li><li>Grade 46 above</li></ul></li>
                <li><p>Replace the seal every 2,000 hours.</p></li></ul>
                <dl><dt>Seal</dt><dd>A ring of rubber between shaft and housing.</dd></dl>
                <pre><code class="language-java">if (pressure &lt; 2) {
                    stop();
                }</code></pre>
                <table><caption>Limits</caption><thead><tr><th>Name</th><th>Value</th></tr></thead>
                <tbody><tr><td>rpm</td><td>1200 | 1500</td></tr><tr><td>bar</td><td>4.1</td></tr></tbody></table>
                <p><img src="x.png" alt="A pump from the side"><svg><text>drawn</text></svg></p>
                <form><label>Your name <input name="n" placeholder="Jane Doe"></label><input type="hidden" value="token"><button>Send</button></form>
                <blockquote>It runs and runs.</blockquote>
                <p hidden>unseen</p><p style="display: none">unseen</p>
                </main>
                <footer>Imprint</footer>
                </body></html>
                """;
    }

    /** A table that places blocks side by side, unclosed tags, and no main element. */
    static String old() {
        return """
                <html><body><table width=100%><tr><td><h3>News</h3><p>The pump was sold.<p>Another one was bought in 1998.
                <td><h3>Links</h3><ul><li><a href=a.html>First</a><li><a href="#top">Top</a></ul></table>
                <p>Unclosed <b>bold <i>both
                """;
    }

    static String fragment() {
        return """
                <div class="item"><h4>Order 4711</h4><p>It failed with a TimeoutException in the billing service.</p></div>
                <div class="item"><h4>Order 4712</h4><p>It was shipped to Oslo on 3 May.</p></div>
                <ul><li>open</li><li>closed</li></ul>
                """;
    }
}
