package io.github.headroom4j.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the word after an opening fence is worth: a hint, believed if the content does not speak against it. */
final class FenceHint {

    /** Share of lines with code punctuation that is enough when a language is announced. */
    private static final double PLAUSIBLE = 0.2;

    private static final Set<String> LANGUAGES = Set.of(
            "java",
            "kotlin",
            "scala",
            "groovy",
            "python",
            "javascript",
            "typescript",
            "go",
            "rust",
            "c",
            "cpp",
            "csharp",
            "swift",
            "ruby",
            "php",
            "perl",
            "lua",
            "shell",
            "sql",
            "css",
            "xml",
            "yaml",
            "toml",
            "properties",
            "dockerfile",
            "makefile",
            "protobuf",
            "cmake",
            "json");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("python3", "python"),
            Map.entry("js", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("kt", "kotlin"),
            Map.entry("rs", "rust"),
            Map.entry("golang", "go"),
            Map.entry("c++", "cpp"),
            Map.entry("cs", "csharp"),
            Map.entry("c#", "csharp"),
            Map.entry("rb", "ruby"),
            Map.entry("sh", "shell"),
            Map.entry("bash", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("yml", "yaml"),
            Map.entry("ini", "toml"),
            Map.entry("proto", "protobuf"),
            Map.entry("gradle", "groovy"));

    private FenceHint() {}

    /** What the content of a fence is, given the announced language and what was detected. */
    static Detection verify(String announced, String content, Optional<Detection> found) {
        String language = ALIASES.getOrDefault(announced, announced);
        Detection detected = found.orElse(Detection.of(ContentType.PROSE, 0));
        if (!LANGUAGES.contains(language)) {
            return detected;
        }
        boolean code = detected.type().equals(ContentType.CODE);
        boolean unknown =
                detected.type().equals(ContentType.PROSE) || detected.type().equals(ContentType.MARKDOWN);
        return code || (unknown && isPlausible(content)) ? new Detection(ContentType.CODE, 0.9, language) : detected;
    }

    private static boolean isPlausible(String content) {
        List<String> lines = TextSample.of(content).nonBlank();
        int code = SampledDetector.count(lines, line -> CodeLines.hasCodePunctuation(line.strip()));
        return SampledDetector.share(code, lines.size()) >= PLAUSIBLE;
    }
}
