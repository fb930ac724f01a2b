package io.github.headroom4j.compressor.build;

import java.util.Set;
import java.util.TreeSet;

/** The Java packages of the project, as its test classes tell them: so a library's calls are not taken for its own. */
final class ProjectNames {

    /** Packages that are remembered; a build with more has a common beginning among the first. */
    private static final int MAX_PACKAGES = 64;

    /** Parts of a package's name that a project's packages share. */
    private static final int SHARED_PARTS = 3;

    private static final String[] BEFORE_CLASS = {"Running ", " in ", " -- in ", "classname=\"", "<<< FAILURE! - in "};

    private final Set<String> packages = new TreeSet<>();

    private ProjectNames() {}

    static ProjectNames in(BuildReading reading) {
        ProjectNames names = new ProjectNames();
        for (int i = 0; i < reading.text().count() && names.packages.size() < MAX_PACKAGES; i++) {
            String line = reading.text().get(i);
            if (line.contains("Running ") || line.contains("Tests run:") || line.contains("classname=")) {
                names.read(line);
            }
        }
        return names;
    }

    /** Whether a call is the project's, if a line of a trace is a call in no known library. */
    boolean own(String frame) {
        String call = frame.strip();
        if (packages.isEmpty() || !call.startsWith("at ")) {
            return true;
        }
        String name = call.substring(call.lastIndexOf('/', Math.max(0, call.indexOf('('))) + 1);
        name = name.startsWith("at ") ? name.substring(3) : name;
        for (String own : packages) {
            if (name.startsWith(own)) {
                return true;
            }
        }
        return false;
    }

    private void read(String line) {
        for (String before : BEFORE_CLASS) {
            int at = line.indexOf(before);
            if (at >= 0) {
                add(line, at + before.length());
            }
        }
    }

    private void add(String line, int from) {
        int at = from;
        int lastDot = -1;
        int parts = 0;
        while (at < line.length() && (Character.isJavaIdentifierPart(line.charAt(at)) || line.charAt(at) == '.')) {
            if (line.charAt(at) == '.' && parts < SHARED_PARTS) {
                lastDot = at;
                parts++;
            }
            at++;
        }
        if (lastDot > from && parts > 1) {
            packages.add(line.substring(from, lastDot + 1));
        }
    }
}
