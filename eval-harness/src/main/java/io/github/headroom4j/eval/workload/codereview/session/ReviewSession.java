package io.github.headroom4j.eval.workload.codereview.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plays the agent that reviews a pull request: it reads the pull request and its files, the diff, the log of the build, the
 * changed files whole, and where the names that the change touches are used. What it does depends on the pull request and its
 * source tree, never on the gold.
 */
public final class ReviewSession {

    /** The tool that returns the pull request. */
    public static final String PULL = "get_pull_request";

    /** The tool that returns the changed files with their patches. */
    public static final String FILES = "get_pull_request_files";

    /** The tool that returns the unified diff. */
    public static final String DIFF = "get_pull_request_diff";

    /** The tool that returns what the build of the pull request printed. */
    public static final String BUILD = "get_build_log";

    /** The tool that returns a file as it stands with the pull request. */
    public static final String READ = "read_file";

    /** The tool that searches the project as it stands with the pull request. */
    public static final String SEARCH = "search_code";

    /** Characters; an agent reads a longer file only around the changes. */
    static final int MAX_FILE_CHARS = 60_000;

    /** A word on more lines is a common word; looking it up tells nothing. */
    private static final int MAX_LINES_PER_NAME = 40;

    private static final int MAX_NAMES = 6;

    private final PullRequest request;
    private final WordSearch search;
    private final List<RecordedCall> calls = new ArrayList<>();

    private ReviewSession(PullRequest request, ProjectWords words) {
        this.request = request;
        search = new WordSearch(request.tree(), words);
    }

    /**
     * Records a session.
     *
     * @param request the pull request
     * @param words what is known of the project's files; the same for all pull requests of a project
     * @return the calls in order
     */
    public static List<RecordedCall> of(PullRequest request, ProjectWords words) {
        ReviewSession session = new ReviewSession(request, words);
        session.record();
        return List.copyOf(session.calls);
    }

    private void record() {
        GitHubJson json = new GitHubJson(request);
        ObjectNode number = object().put("pull_number", json.number());
        call(PULL, number, json.pullRequest());
        call(FILES, number, json.files());
        call(DIFF, number, GitDiff.of(request.files()));
        if (!request.buildLog().isEmpty()) {
            call(BUILD, number, request.buildLog());
        }
        for (ChangedFile file : request.files()) {
            if (!file.after().isEmpty()) {
                read(file);
            }
        }
        TouchedNames names = TouchedNames.of(request.files());
        Set<String> asked = new LinkedHashSet<>();
        lookUp(asked, names.declared());
        lookUp(asked, names.used());
        lookUp(asked, names.called());
    }

    private void read(ChangedFile file) {
        if (file.after().length() <= MAX_FILE_CHARS) {
            call(READ, object().put("path", file.path()), file.after());
            return;
        }
        List<String> lines = file.after().lines().toList();
        for (LineRange range : LineRange.around(file)) {
            ObjectNode arguments = object().put("path", file.path());
            arguments.put("start_line", range.first()).put("end_line", range.last());
            call(READ, arguments, String.join("\n", lines.subList(range.first() - 1, range.last())) + "\n");
        }
    }

    private void lookUp(Set<String> asked, Collection<String> names) {
        List<String> wanted = names.stream()
                .filter(name -> !asked.contains(name))
                .filter(name -> search.lines(name) <= MAX_LINES_PER_NAME)
                .limit(MAX_NAMES)
                .toList();
        String found = search.search(wanted);
        if (!found.isEmpty()) {
            asked.addAll(wanted);
            String words = wanted.stream().map(ReviewSession::quoted).collect(Collectors.joining("|"));
            call(SEARCH, object().put("pattern", "\\b(" + words + ")\\b"), found);
        }
    }

    private static String quoted(String name) {
        return name.indexOf('$') < 0 ? name : Pattern.quote(name);
    }

    private void call(String tool, ObjectNode arguments, String result) {
        calls.add(new RecordedCall(tool, arguments.toString(), result));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
