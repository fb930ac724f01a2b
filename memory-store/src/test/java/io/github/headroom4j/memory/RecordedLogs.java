package io.github.headroom4j.memory;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A provider of SLF4J that hears everything at every level, of us and of the libraries below us, and remembers it while a test asks
 * for that. The build names it in {@code slf4j.provider}.
 */
public final class RecordedLogs implements SLF4JServiceProvider {

    private static final Object LOCK = new Object();
    private static @Nullable List<String> recording;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    interface Call {
        void run() throws Exception;
    }

    /** What is logged, by any thread, while a call runs: messages, and exceptions with their causes and stacks. */
    static List<String> during(Call call) throws Exception {
        List<String> heard = new ArrayList<>();
        synchronized (LOCK) {
            recording = heard;
        }
        try {
            call.run();
        } finally {
            synchronized (LOCK) {
                recording = null;
            }
        }
        synchronized (LOCK) {
            return List.copyOf(heard);
        }
    }

    private static void hear(String line, @Nullable Throwable thrown) {
        synchronized (LOCK) {
            if (recording != null) {
                StringWriter stack = new StringWriter();
                if (thrown != null) {
                    thrown.printStackTrace(new PrintWriter(stack));
                }
                recording.add(line + '\n' + stack);
            }
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Recorder::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Recorder extends LegacyAbstractLogger implements Logger {

        private static final long serialVersionUID = 1;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            hear(level + " " + name + " " + MessageFormatter.basicArrayFormat(pattern, arguments), thrown);
        }
    }
}
