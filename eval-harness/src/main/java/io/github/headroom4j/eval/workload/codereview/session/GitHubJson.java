package io.github.headroom4j.eval.workload.codereview.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import io.github.headroom4j.eval.workload.codereview.change.PullRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A pull request as a forge's REST API answers: the pull request itself, and its files with their patches. What is not of
 * the change (people, numbers, times) is made up from the hash of its id, so it is the same everywhere.
 */
final class GitHubJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Instant EPOCH = Instant.parse("2025-01-06T07:00:00Z");
    private static final int MINUTES = 400_000;
    private static final String[] LABELS = {"enhancement", "needs-review", "java", "refactoring", "bug", "performance"};

    /** With line feeds on every system. */
    private static final ObjectWriter PRETTY = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final PullRequest request;
    private final String api;
    private final String site;
    private final String hash;
    private final List<GitDiff> diffs;

    GitHubJson(PullRequest request) {
        this.request = request;
        api = "https://api.github.com/repos/example-org/" + request.library();
        site = "https://github.com/example-org/" + request.library();
        hash = Sha256.of(request.id());
        diffs = request.files().stream().map(GitDiff::of).toList();
    }

    int number() {
        return 100 + hashed(0) % 4_900;
    }

    /** As a command-line client prints it. */
    String pullRequest() {
        ObjectNode pull = NODES.objectNode();
        String self = api + "/pulls/" + number();
        pull.put("url", self).put("id", 2_000_000_000L + hashed(1)).put("node_id", node("PR", 1));
        pull.put("html_url", site + "/pull/" + number()).put("diff_url", site + "/pull/" + number() + ".diff");
        pull.put("patch_url", site + "/pull/" + number() + ".patch").put("issue_url", api + "/issues/" + number());
        pull.put("number", number()).put("state", "open").put("locked", false).put("title", request.title());
        pull.set("user", user(2));
        pull.putNull("body");
        pull.put("created_at", time(0)).put("updated_at", time(90)).putNull("closed_at");
        pull.putNull("merged_at").put("merge_commit_sha", sha(3)).putNull("assignee");
        pull.putArray("assignees");
        pull.putArray("requested_reviewers").add(user(4));
        pull.putArray("requested_teams");
        pull.set("labels", labels());
        pull.putNull("milestone").put("draft", false).put("commits_url", self + "/commits");
        pull.put("review_comments_url", self + "/comments").put("review_comment_url", api + "/pulls/comments{/number}");
        pull.put("comments_url", api + "/issues/" + number() + "/comments");
        pull.put("statuses_url", api + "/statuses/" + sha(5));
        pull.set("head", side("change-" + hash.substring(0, 6), sha(5), 2));
        pull.set("base", side("main", sha(6), 7));
        pull.set("_links", links(self));
        counts(pull);
        return pretty(pull);
    }

    /** As an API answers. */
    String files() {
        ArrayNode files = NODES.arrayNode();
        for (int i = 0; i < diffs.size(); i++) {
            ChangedFile file = request.files().get(i);
            GitDiff diff = diffs.get(i);
            String place = sha(5) + "/" + file.path();
            ObjectNode row = files.addObject();
            row.put("sha", GitDiff.blob(file.after())).put("filename", file.path());
            row.put("status", file.before().isEmpty() ? "added" : file.after().isEmpty() ? "removed" : "modified");
            row.put("additions", diff.added()).put("deletions", diff.removed());
            row.put("changes", diff.added() + diff.removed());
            row.put("blob_url", site + "/blob/" + place).put("raw_url", site + "/raw/" + place);
            row.put("contents_url", api + "/contents/" + file.path() + "?ref=" + sha(5));
            row.put("patch", diff.patch());
        }
        return hashed(8) % 2 == 0 ? pretty(files) : files.toString();
    }

    private void counts(ObjectNode pull) {
        pull.put("author_association", "CONTRIBUTOR").putNull("auto_merge").putNull("active_lock_reason");
        pull.put("merged", false).put("mergeable", true).put("rebaseable", true).put("mergeable_state", "blocked");
        pull.putNull("merged_by").put("comments", hashed(9) % 3).put("review_comments", 0);
        pull.put("maintainer_can_modify", true).put("commits", 1 + hashed(10) % 4);
        pull.put("additions", diffs.stream().mapToLong(GitDiff::added).sum());
        pull.put("deletions", diffs.stream().mapToLong(GitDiff::removed).sum());
        pull.put("changed_files", request.files().size());
    }

    private ObjectNode user(int which) {
        String login = "dev-" + hash.substring(which, which + 4);
        String self = "https://api.github.com/users/" + login;
        ObjectNode user = NODES.objectNode().put("login", login).put("id", 10_000 + hashed(which) % 9_000_000);
        user.put("node_id", node("U", which)).put("avatar_url", "https://avatars.githubusercontent.com/u/" + which);
        user.put("gravatar_id", "").put("url", self).put("html_url", "https://github.com/" + login);
        for (String list : List.of("followers", "subscriptions", "organizations", "repos", "received_events")) {
            user.put(list + "_url", self + "/" + list);
        }
        user.put("following_url", self + "/following{/other_user}").put("gists_url", self + "/gists{/gist_id}");
        user.put("starred_url", self + "/starred{/owner}{/repo}").put("events_url", self + "/events{/privacy}");
        return user.put("type", "User").put("user_view_type", "public").put("site_admin", false);
    }

    private ArrayNode labels() {
        ArrayNode labels = NODES.arrayNode();
        for (int i = 0; i < 2; i++) {
            String name = LABELS[(hashed(11) + i * 2) % LABELS.length];
            ObjectNode label = labels.addObject().put("id", 3_000_000_000L + hashed(12 + i));
            label.put("node_id", node("LA", 12 + i))
                    .put("url", api + "/labels/" + name)
                    .put("name", name);
            label.put("color", hash.substring(i, i + 6)).put("default", false).putNull("description");
        }
        return labels;
    }

    private ObjectNode side(String ref, String sha, int owner) {
        ObjectNode side = NODES.objectNode().put("label", "example-org:" + ref).put("ref", ref);
        side.put("sha", sha).set("user", user(owner));
        side.set("repo", new GitHubRepository(request.library(), api, site).json(user(owner), hashed(14)));
        return side;
    }

    private ObjectNode links(String self) {
        ObjectNode links = NODES.objectNode();
        String issue = api + "/issues/" + number();
        links.putObject("self").put("href", self);
        links.putObject("html").put("href", site + "/pull/" + number());
        links.putObject("issue").put("href", issue);
        links.putObject("comments").put("href", issue + "/comments");
        links.putObject("review_comments").put("href", self + "/comments");
        links.putObject("review_comment").put("href", api + "/pulls/comments{/number}");
        links.putObject("commits").put("href", self + "/commits");
        links.putObject("statuses").put("href", api + "/statuses/" + sha(5));
        return links;
    }

    private static String pretty(JsonNode json) {
        try {
            return PRETTY.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("nodes of strings and numbers can always be written", e);
        }
    }

    private String sha(int which) {
        return Sha256.of(hash + which).substring(0, 40);
    }

    private String node(String kind, int which) {
        return kind + "_kwDO" + Sha256.of(kind + hash + which).substring(0, 14);
    }

    private int hashed(int which) {
        return Integer.parseInt(Sha256.of(hash + ':' + which).substring(0, 7), 16);
    }

    private String time(int laterMinutes) {
        return EPOCH.plus(hashed(15) % MINUTES + laterMinutes, ChronoUnit.MINUTES)
                .toString();
    }
}
