package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium without a window, driven by the system's driver: nothing is downloaded. For one thread. */
final class Browser implements AutoCloseable {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private final ChromeDriver driver;

    private Browser(Path browser, Path chromeDriver, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        // In containers tests run as root, and /dev/shm is small.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromeDriver.toFile())
                        .build(),
                options);
        // On a busy machine axe takes longer than the driver's half a minute.
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    }

    /** Empty where there is no browser or no driver on the path. */
    static Optional<Browser> open(Path profile) {
        Optional<Path> browser = BROWSERS.stream().flatMap(Browser::onPath).findFirst();
        Optional<Path> chromeDriver = onPath("chromedriver").findFirst();
        return browser.isPresent() && chromeDriver.isPresent()
                ? Optional.of(new Browser(browser.get(), chromeDriver.get(), profile))
                : Optional.empty();
    }

    private static Stream<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable);
    }

    void show(Path page, int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.get(page.toAbsolutePath().normalize().toUri().toString());
    }

    Object run(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    /** Runs a script that calls back when it is done. */
    Object runAsync(String script) {
        return String.valueOf(driver.executeAsyncScript(script));
    }

    /** What the console says since the last call. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** The addresses that the page asked for since the last call. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = json(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                addresses.add(message.at("/params/request/url").asText());
            }
        }
        return addresses;
    }

    byte[] pdf() {
        return bytes(driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true)));
    }

    byte[] screenshot() {
        return bytes(driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")));
    }

    private static byte[] bytes(Map<String, Object> answer) {
        return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's log is JSON", e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
