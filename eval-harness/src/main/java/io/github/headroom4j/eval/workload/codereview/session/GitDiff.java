package io.github.headroom4j.eval.workload.codereview.session;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import io.github.headroom4j.eval.workload.codereview.change.ChangedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A changed file as {@code git diff} prints it. Immutable. */
final class GitDiff {

    private static final int CONTEXT = 3;

    /** Characters of an object's name that git prints for a repository of some size. */
    private static final int SHORT_NAME = 9;

    private static final String NO_OBJECT = "0".repeat(SHORT_NAME);

    private final ChangedFile file;
    private final List<String> before;
    private final List<String> hunks;

    private GitDiff(ChangedFile file) {
        this.file = file;
        before = file.before().lines().toList();
        List<String> after = file.after().lines().toList();
        Patch<String> patch = DiffUtils.diff(before, after);
        hunks = UnifiedDiffUtils.generateUnifiedDiff("a", "b", before, patch, CONTEXT).stream()
                .skip(2)
                .map(this::withSection)
                .toList();
    }

    static GitDiff of(ChangedFile file) {
        return new GitDiff(file);
    }

    /** All files of a pull request in one text. */
    static String of(List<ChangedFile> files) {
        return files.stream().map(file -> of(file).text()).collect(Collectors.joining());
    }

    /** The hunks without the file's header, as a forge's API shows them. */
    String patch() {
        return String.join("\n", hunks);
    }

    long added() {
        return count('+');
    }

    long removed() {
        return count('-');
    }

    String text() {
        StringBuilder text = new StringBuilder("diff --git a/" + file.path() + " b/" + file.path() + "\n");
        boolean isNew = file.before().isEmpty();
        boolean gone = file.after().isEmpty();
        text.append(isNew ? "new file mode 100644\n" : gone ? "deleted file mode 100644\n" : "");
        text.append("index " + object(file.before()) + ".." + object(file.after()));
        text.append(isNew || gone ? "\n" : " 100644\n");
        text.append("--- " + (isNew ? "/dev/null" : "a/" + file.path()) + "\n");
        text.append("+++ " + (gone ? "/dev/null" : "b/" + file.path()) + "\n");
        hunks.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The name that git gives to a file's text. */
    static String blob(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] header = ("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(header);
            return HexFormat.of().formatHex(sha1.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    private static String object(String text) {
        return text.isEmpty() ? NO_OBJECT : blob(text).substring(0, SHORT_NAME);
    }

    private long count(char sign) {
        return hunks.stream()
                .filter(line -> !line.isEmpty() && line.charAt(0) == sign)
                .count();
    }

    /** Behind a hunk's header git prints the last line above it that begins with a letter. */
    private String withSection(String line) {
        if (!line.startsWith("@@ -")) {
            return line;
        }
        int end = 4;
        while (Character.isDigit(line.charAt(end))) {
            end++;
        }
        int first = Integer.parseInt(line.substring(4, end));
        for (int i = Math.min(first - 1, before.size()) - 1; i >= 0; i--) {
            String above = before.get(i);
            if (!above.isEmpty() && Character.isJavaIdentifierStart(above.charAt(0))) {
                return line + " "
                        + above.strip().substring(0, Math.min(80, above.strip().length()));
            }
        }
        return line;
    }
}
