package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A function of a data set. Immutable.
 *
 * @param symbol its name with what makes it unique
 * @param path its file, may be empty
 * @param cluster its repository, else itself
 * @param language its language, may be empty
 * @param query what asks for it; blank if nothing does
 * @param code its code as it is shown
 */
record KnownFunction(String symbol, String path, String cluster, String language, String query, String code) {

    private static final Pattern NAMED = Pattern.compile("\\b(?:def|func|function|fn)\\s{1,8}([A-Za-z_$][\\w$]{0,99})");

    /** A sentence ends here, a paragraph at an empty line. */
    private static final Pattern END = Pattern.compile("[.!?](?=\\s)|\\n\\s*\\n");

    /** Signs that stand around documentation in code of any language. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'#*/]+|(?<![\\s\"'#*/])[\\s\"'#*/]++$");

    /** Names are those of CodeSearchNet as it was published, of its later copies, or of CoSQA. */
    static KnownFunction of(CaseFile record, int number) {
        String code = first(record, "code", "original_string", "whole_func_string", "func_code_string");
        if (code.isEmpty()) {
            throw record.mistake("code", "is missing");
        }
        String doc = first(record, "docstring", "func_documentation_string");
        String asked = record.optionalText("doc");
        String path = first(record, "path", "func_path_in_repository");
        String repo = first(record, "repo", "repository_name");
        String name = first(record, "func_name");
        String id = id(record);
        String place = repo.isEmpty() && path.isEmpty() ? (id.isEmpty() ? "f" + number : id) : repo + "/" + path;
        String symbol = place + "#" + (name.isEmpty() ? name(code, number) : name);
        String shown = asked.isEmpty() ? without(code, doc) : code;
        String query = asked.isEmpty() ? sentence(doc) : asked.strip();
        return new KnownFunction(
                symbol, path, repo.isEmpty() ? symbol : repo, record.optionalText("language"), query, shown);
    }

    private static String first(CaseFile record, String... names) {
        for (String name : names) {
            if (record.has(name)) {
                return record.text(name);
            }
        }
        return "";
    }

    private static String id(CaseFile record) {
        for (String name : List.of("idx", "id", "url")) {
            if (record.has(name)) {
                return record.raw(name).asText();
            }
        }
        return "";
    }

    private static String name(String code, int number) {
        Matcher named = NAMED.matcher(code);
        return named.find() ? named.group(1) : "function" + number;
    }

    private static String sentence(String doc) {
        Matcher end = END.matcher(doc.strip());
        String first = end.find() ? doc.strip().substring(0, end.end()) : doc.strip();
        return String.join(" ", first.strip().split("\\s+", -1));
    }

    /** The code without the lines of its documentation, since the query is one of them. */
    private static String without(String code, String doc) {
        Set<String> lines = doc.lines()
                .map(KnownFunction::bare)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        return code.lines()
                .filter(line -> bare(line).isEmpty() || !lines.contains(bare(line)))
                .collect(Collectors.joining("\n"));
    }

    private static String bare(String line) {
        return AROUND.matcher(line).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
