package io.github.headroom4j.eval.workload.codereview.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A repository as a forge's API describes it within each answer about a pull request: addresses, counts and switches.
 *
 * @param name its name
 * @param api its address in the API
 * @param site its address for people
 */
record GitHubRepository(String name, String api, String site) {

    private static final List<String> ADDRESSES = List.of(
            "forks",
            "keys{/key_id}",
            "collaborators{/collaborator}",
            "teams",
            "hooks",
            "issues/events{/number}",
            "events",
            "assignees{/user}",
            "branches{/branch}",
            "tags",
            "git/blobs{/sha}",
            "git/tags{/sha}",
            "git/refs{/sha}",
            "git/trees{/sha}",
            "statuses/{sha}",
            "languages",
            "stargazers",
            "contributors",
            "subscribers",
            "subscription",
            "commits{/sha}",
            "git/commits{/sha}",
            "comments{/number}",
            "issues/comments{/number}",
            "contents/{+path}",
            "compare/{base}...{head}",
            "merges",
            "{archive_format}{/ref}",
            "downloads",
            "issues{/number}",
            "pulls{/number}",
            "milestones{/number}",
            "notifications{?since,all,participating}",
            "labels{/name}",
            "releases{/id}",
            "deployments");

    ObjectNode json(ObjectNode owner, int number) {
        ObjectNode repo = JsonNodeFactory.instance.objectNode();
        repo.put("id", 20_000_000L + number).put("name", name).put("full_name", "example-org/" + name);
        repo.put("private", false).set("owner", owner);
        repo.put("html_url", site).putNull("description").put("fork", false).put("url", api);
        ADDRESSES.forEach(end -> repo.put(member(end), api + "/" + end));
        repo.put("git_url", "git://github.com/example-org/" + name + ".git");
        repo.put("ssh_url", "git@github.com:example-org/" + name + ".git").put("clone_url", site + ".git");
        repo.putNull("homepage").put("size", number % 90_000).put("stargazers_count", number % 3_000);
        repo.put("watchers_count", number % 3_000).put("language", "Java").put("has_issues", true);
        repo.put("has_projects", true)
                .put("has_downloads", true)
                .put("has_wiki", false)
                .put("has_pages", false);
        repo.put("has_discussions", false).put("forks_count", number % 900).putNull("mirror_url");
        repo.put("archived", false).put("disabled", false).put("open_issues_count", number % 120);
        repo.putNull("license").put("allow_forking", true).put("is_template", false);
        repo.put("web_commit_signoff_required", false)
                .putArray("topics")
                .add("java")
                .add("library");
        repo.put("visibility", "public").put("forks", number % 900).put("open_issues", number % 120);
        return repo.put("watchers", number % 3_000).put("default_branch", "main");
    }

    /** The member's name: the words of the address without its variables. */
    private static String member(String end) {
        int variable = end.indexOf('{');
        String words = variable < 0 ? end : end.substring(0, variable);
        return (words.isEmpty() ? "archive" : words.replaceAll("(?<!/)/++$", "").replace('/', '_')) + "_url";
    }
}
