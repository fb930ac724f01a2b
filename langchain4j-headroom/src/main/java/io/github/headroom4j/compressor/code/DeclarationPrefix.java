package io.github.headroom4j.compressor.code;

/** Where what belongs to the next declaration begins: annotations before it, wrappers around it. Not thread-safe: one per tree. */
final class DeclarationPrefix {

    private int start = -1;
    private int end;
    private boolean annotated;

    /** Takes the next node of a walk. */
    void reach(SyntaxNode node) {
        if (Grammar.isAnnotation(node.type())) {
            addAnnotation(node);
        } else {
            pass(node);
            if (Grammar.isWrapper(node.type())) {
                start = startOf(node);
                end = Math.max(end, node.end());
            }
        }
    }

    /** It belongs to the node behind it, whatever that is. */
    private void addAnnotation(SyntaxNode node) {
        if (!annotated) {
            leaveBefore(node);
        }
        start = startOf(node);
        annotated = true;
    }

    /** At a node that is no annotation: those before it are its own, and what ended before it is not. */
    private void pass(SyntaxNode node) {
        if (annotated) {
            end = node.end();
            annotated = false;
        } else {
            leaveBefore(node);
        }
    }

    private void leaveBefore(SyntaxNode node) {
        if (start >= 0 && node.start() >= end) {
            drop();
        }
    }

    /** At a declaration that has it, and at what may declare something that it is not meant for. */
    void drop() {
        start = -1;
        end = 0;
    }

    /** At a variable: of several in one wrapper the first has it. */
    void endWith(SyntaxNode node) {
        end = Math.min(end, node.end());
    }

    /** Where a declaration begins with what belongs to it. */
    int startOf(SyntaxNode node) {
        return start >= 0 ? start : node.start();
    }
}
