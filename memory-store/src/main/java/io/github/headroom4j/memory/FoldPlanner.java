package io.github.headroom4j.memory;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.CompressionPolicies;
import io.github.headroom4j.Fidelity;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what of a history may be folded, in the order in which it should be. Linear in the history; thread-safe. */
final class FoldPlanner {

    /** A note of a line and a marker. */
    static final int POINTER_TOKENS = 56;

    /** A text of the assistant is long if an outline is a small part of it. */
    private static final int LONG_ANSWER_OUTLINES = 3;

    private static final Set<String> FOLDED =
            Set.of(HeadroomAttributes.OUTLINED, HeadroomAttributes.LEFT_OUT, HeadroomAttributes.RETRIEVED);

    private static final Set<String> OURS = Set.of(HeadroomAttributes.STEP, HeadroomAttributes.ORIGINAL);

    private final CompressionPolicies policies;
    private final MessageTokens counter;
    private final int outlineTokens;

    FoldPlanner(CompressionPolicies policies, MessageTokens counter, int outlineTokens) {
        this.policies = policies;
        this.counter = counter;
        this.outlineTokens = outlineTokens;
    }

    /** What costs little to lose: repeated reads, then old readings, oldest first, then long answers. */
    List<Fold> plan(History history) {
        List<Fold> superseded = new ArrayList<>();
        List<Fold> readings = new ArrayList<>();
        List<Fold> answers = new ArrayList<>();
        BitSet again = SupersededReads.in(history);
        int newestUser = history.newestUser();
        for (int i = 0; i < history.untouchedFrom(); i++) {
            ChatMessage message = history.message(i);
            if (message instanceof ToolExecutionResultMessage result && mayFold(result)) {
                if (again.get(i)) {
                    superseded.add(pointer(history, i, FoldKind.SUPERSEDED));
                } else if (step(result.attributes()).equals(HeadroomAttributes.RETRIEVED)) {
                    // It was read back from an original once, and can be again.
                    readings.add(pointer(history, i, FoldKind.LEFT_OUT));
                } else if (!FOLDED.contains(step(result.attributes()))) {
                    readings.add(new Fold(i, FoldKind.RESULT, outlined(history, i)));
                }
            } else if (message instanceof UserMessage user && i < newestUser && hasPassages(user)) {
                readings.add(new Fold(i, FoldKind.PASSAGES, passages(user)));
            } else if (message instanceof AiMessage ai && isLong(ai)) {
                answers.add(new Fold(i, FoldKind.ANSWER, history.tokens(i) - counter.of(ai.text()) + outlineTokens));
            }
        }
        superseded.addAll(readings);
        superseded.addAll(answers);
        return superseded;
    }

    /** What is folded only if all that is not enough: outlines, and what was too short for one, oldest first. */
    List<Fold> lastResort(History history) {
        BitSet again = SupersededReads.in(history);
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < history.untouchedFrom(); i++) {
            if (history.message(i) instanceof ToolExecutionResultMessage result && mayFold(result) && !again.get(i)) {
                folds.add(pointer(history, i, FoldKind.LEFT_OUT));
            }
        }
        return folds;
    }

    private boolean mayFold(ToolExecutionResultMessage result) {
        String tool = result.toolName() == null ? "" : result.toolName();
        boolean instruction = HeadroomAttributes.forbidCompression(result.attributes())
                && !HeadroomAttributes.areOurs(result.attributes());
        return !Boolean.TRUE.equals(result.isError())
                && !instruction
                && !isBare(result.attributes())
                && policies.of(tool).fidelity() == Fidelity.REVERSIBLE
                && result.contents().stream().anyMatch(TextContent.class::isInstance);
    }

    /** A marker beside a ledger may still go on without it: a later ledger takes over what it says. */
    private static boolean isBare(Map<String, Object> attributes) {
        return step(attributes).equals(HeadroomAttributes.LEFT_OUT)
                && !attributes.containsKey(HeadroomAttributes.LEDGER);
    }

    private static boolean hasPassages(UserMessage user) {
        return !FOLDED.contains(step(user.attributes())) && Passages.in(user).isPresent();
    }

    private boolean isLong(AiMessage ai) {
        return ai.thinking() == null
                && OURS.containsAll(ai.attributes().keySet())
                && step(ai.attributes()).isEmpty()
                && counter.of(ai.text()) > LONG_ANSWER_OUTLINES * outlineTokens;
    }

    private static String step(Map<String, Object> attributes) {
        return String.valueOf(attributes.getOrDefault(HeadroomAttributes.STEP, ""));
    }

    private static Fold pointer(History history, int index, FoldKind kind) {
        return new Fold(index, kind, otherThanText(history, index) + POINTER_TOKENS * texts(history, index));
    }

    private int outlined(History history, int index) {
        return otherThanText(history, index) + outlineTokens * texts(history, index);
    }

    private int passages(UserMessage user) {
        return counter.of(Passages.in(user).orElseThrow().written()) + outlineTokens;
    }

    private static int texts(History history, int index) {
        return (int) ((ToolExecutionResultMessage) history.message(index))
                .contents().stream().filter(TextContent.class::isInstance).count();
    }

    private static int otherThanText(History history, int index) {
        ToolExecutionResultMessage result = (ToolExecutionResultMessage) history.message(index);
        return MessageTokens.withoutText(result.contents());
    }
}
