package io.github.headroom4j.compressor.code;

import java.util.List;

/** Finds the comments that stand directly before a declaration. */
final class Documentation {

    private final String text;
    private final List<Span> comments;
    private int next;

    /** Comments are ascending; questions must be, too. */
    Documentation(String text, List<Span> comments) {
        this.text = text;
        this.comments = comments;
    }

    /** Where the run of comments begins that ends right before a declaration, or the declaration if there is none. */
    int before(int declaration) {
        while (next < comments.size() && comments.get(next).end() <= declaration) {
            next++;
        }
        int start = declaration;
        for (int i = next - 1; i >= 0 && belongs(comments.get(i), start); i--) {
            if (!startsLine(comments.get(i).start())) {
                break;
            }
            start = comments.get(i).start();
        }
        return start;
    }

    /** Nothing between them, not even an empty line; one is allowed after a comment that can only be documentation. */
    private boolean belongs(Span comment, int to) {
        int most = text.startsWith("/**", comment.start()) ? 2 : 1;
        int feeds = 0;
        for (int i = comment.end(); i < to; i++) {
            char c = text.charAt(i);
            feeds += c == '\n' ? 1 : 0;
            if (c > ' ' || feeds > most) {
                return false;
            }
        }
        return true;
    }

    /** A comment after code on its line speaks of that code. */
    private boolean startsLine(int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) != '\n') {
            if (text.charAt(i) > ' ') {
                return false;
            }
            i--;
        }
        return true;
    }
}
