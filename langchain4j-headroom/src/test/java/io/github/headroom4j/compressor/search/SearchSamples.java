package io.github.headroom4j.compressor.search;

import java.util.List;

/** Outputs of search tools as they look, written for these tests. */
final class SearchSamples {

    static final String GREP = """
            src/main/java/org/acme/text/Strings.java:12:import java.util.Locale;
            src/main/java/org/acme/text/Strings.java:40:    public static boolean isBlank(CharSequence text) {
            src/main/java/org/acme/text/Strings.java:55:    public static boolean isNotBlank(CharSequence text) {
            src/main/java/org/acme/text/Strings.java:56:        return !isBlank(text);
            src/main/java/org/acme/io/Lines.java:31:            if (Strings.isBlank(line)) {
            src/main/java/org/acme/io/Lines.java:47:            if (Strings.isBlank(line)) {
            src/test/java/org/acme/text/StringsTest.java:18:        assertTrue(Strings.isBlank(""));
            Binary file target/classes/org/acme/text/Strings.class matches
            """;

    static final String CONTEXT = """
            lib/parse-2-tokens.js-10-/**
            lib/parse-2-tokens.js-11- * Reads a token.
            lib/parse-2-tokens.js:12:function readToken(input) {
            lib/parse-2-tokens.js-13-  let at = 0;
            lib/parse-2-tokens.js-14-
            --
            lib/parse-2-tokens.js-40-  // the rest
            lib/parse-2-tokens.js:41:  return readToken(rest);
            lib/parse-2-tokens.js-42-}
            """;

    static final String HEADINGS = """
            src/lexer.rs
            14:pub fn next_token(&mut self) -> Token {
            90:    self.next_token()

            src/parser.rs
            7:use crate::lexer::Token;
            33:        let token = self.lexer.next_token();
            51:        let token = self.lexer.next_token();
            """;

    static final String WINDOWS = """
            C:\\work\\app\\Program.cs:3:using System;
            C:\\work\\app\\Program.cs:9:    static void Main(string[] args)\r
            C:\\work\\app\\Util\\Text.cs:14:    public static bool IsBlank(string text)\r
            """;

    static final String ONE_FILE = """
            3:import os
            17:def walk(root):
            18:    for base, dirs, files in os.walk(root):
            29:    return os.path.join(base, name)""";

    static final String FIND = """
            ./pom.xml
            ./src/main
            ./src/main/java
            ./src/main/java/App.java
            ./src/main/java/text
            ./src/main/java/text/Lines.java
            ./src/main/java/text/Strings.java
            ./src/main/java/text/Words.java
            ./src/main/java/text/Words.test.java
            ./src/main/java/text/README
            ./src/main/java/Main class.java
            ./src/test/java/text/StringsTest.java
            """;

    static final String LS = """
            .:
            docs
            src

            ./docs:
            guide.md
            index.md
            intro.md

            ./src:
            main.c
            util.c
            util.h
            """;

    static final String TREE = """
            src
            ├── main
            │   ├── app.ts
            │   ├── lib
            │   │   ├── a.ts
            │   │   └── b.ts
            │   └── zed.ts
            └── test
                └── app.test.ts

            3 directories, 5 files
            """;

    static final String SCOPES = """
            src/Lines.java=12=public final class Lines {
            src/Lines.java:40:    int count(String text) {
            src/Lines.java=77=    static class Cutter {
            src/Lines.java:80:        int count(String text) {
            """;

    static final String LS_LONG = """
            src:
            total 28
            drwxr-xr-x 2 dev dev  4096 Jul  4 22:15 io
            -rw-r--r-- 1 dev dev 13234 Jul  4 22:15 Lines.java
            -rw-r--r-- 1 dev dev   799 Jul  4 22:15 Words.java
            -rw-r--r-- 1 dev dev   799 Mar 12  2023 Trees.java
            lrwxrwxrwx 1 dev dev     9 Jul  4 22:15 README -> ../README

            src/io:
            total 4
            -rw-r--r-- 1 dev dev  2712 Jul  4 22:15 Files.java
            -rw-r--r-- 1 dev dev   712 Jul  4 22:15 Two words.java
            """;

    static final String DU = """
            4.0K\t./src/io/Files.java
            8.0K\t./src/io/Paths.java
            12K\t./src/io
            16K\t./src/Lines.java
            32K\t./src
            36K\t.
            """;

    static final String WC = """
               12 src/io/Files.java
              120 src/io/Paths.java
             1207 src/Lines.java
                7 src/Words.java
             1346 total
            """;

    static final String EDITOR_JSON = """
            [{"uri":"file:///w/src/Lines.java","lineNumber":3,"lineText":"import java.util.List;"},
            {"uri":"file:///w/src/Lines.java","lineNumber":40,"lineText":"    int countLines(String text) {"},
            {"uri":"file:///w/src/Lines.java","lineNumber":55,"lineText":"        return countLines(text);"},
            {"uri":"file:///w/src/LinesTest.java","lineNumber":18,"lineText":"        assertThat(countLines(\\"\\")).isZero();"}]""";

    static final String CODE_HOST_JSON = """
            {"total_count":3,"incomplete_results":false,"items":[{"path":"src/Main.java","repository":{"name":"lines","full_name":"acme/lines"},"text_matches":[{"fragment":"  int all =\\n    countLines(text);"}]},
            {"path":"src/Lines.java","repository":{"name":"lines","full_name":"acme/lines"},"text_matches":[{"fragment":"int countLines(String text) {\\n  return 0;"}]},
            {"path":"src/Words.java","repository":{"name":"lines","full_name":"acme/lines"},"text_matches":[{"fragment":"  countLines(word);"}]}]}""";

    static final List<String> ALL = List.of(
            SCOPES,
            LS_LONG,
            DU,
            WC,
            GREP,
            CONTEXT,
            HEADINGS,
            WINDOWS,
            ONE_FILE,
            FIND,
            LS,
            TREE,
            grep(25, 6),
            find(20, 12));

    private SearchSamples() {}

    /** Matches in so many files, so many in each. */
    static String grep(int files, int matches) {
        StringBuilder text = new StringBuilder();
        for (int file = 0; file < files; file++) {
            for (int match = 1; match <= matches; match++) {
                text.append("modules/orders/src/main/java/org/acme/orders/service/Service")
                        .append(file)
                        .append(".java:")
                        .append(match * 37 + file)
                        .append(":        this.repository.load(order")
                        .append(match)
                        .append(", Options.of(\"depth\", ")
                        .append(file * match)
                        .append("));\n");
            }
        }
        return text.toString();
    }

    /** Paths of so many directories with so many files. */
    static String find(int directories, int files) {
        StringBuilder text = new StringBuilder();
        for (int directory = 0; directory < directories; directory++) {
            for (int file = 0; file < files; file++) {
                text.append("src/main/java/org/acme/part")
                        .append(directory)
                        .append("/Type")
                        .append(file)
                        .append(file % 5 == 4 ? ".kt\n" : ".java\n");
            }
        }
        return text.toString();
    }
}
