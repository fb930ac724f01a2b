package io.github.headroom4j.compressor.passage;

import io.github.headroom4j.compressor.Terms;
import java.util.Set;

/** What a question is about. */
final class Question {

    /** Words that ask for a text as a whole, so that no part of it is nearer than another. */
    private static final Set<String> WHOLE = Set.of(
            "summarize",
            "summarise",
            "summary",
            "overview",
            "explain",
            "describe",
            "document",
            "documents",
            "text",
            "page",
            "pages",
            "article",
            "file",
            "files",
            "readme",
            "report",
            "read",
            "reading",
            "tell",
            "about",
            "content",
            "contents",
            "main",
            "key",
            "points",
            "point",
            "list",
            "give",
            "show",
            "please",
            "whole",
            "full",
            "entire",
            "everything",
            "all",
            "project",
            "repository",
            "repo",
            "website",
            "site",
            "url",
            "link",
            "here",
            "brief",
            "briefly",
            "short",
            "translate",
            "review",
            "check",
            "look",
            "open",
            "fetch",
            "get",
            "help",
            "understand",
            "analyze",
            "analyse",
            "following",
            "attached",
            "important",
            "information",
            "say",
            "says");

    private Question() {}

    /** Whether a question asks for something within a text rather than for the text. */
    static boolean isAboutContent(String query) {
        return Terms.of(query).stream().anyMatch(term -> !WHOLE.contains(term));
    }
}
