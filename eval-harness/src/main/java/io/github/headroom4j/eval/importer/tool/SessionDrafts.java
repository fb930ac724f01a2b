package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.importer.tool.Message.Call;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.original.OriginalMarker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Makes a case of a recorded session: its turns with their calls up to the last answer that cites something, and then the question
 * which values that answer cited. The gold answer is what the recorded agent said, whether or not it was right; it tells what of the
 * tool results was of use. That answer itself is left out of the session, earlier ones stay. Not thread-safe.
 */
final class SessionDrafts {

    private static final String UNSAID = "(This answer is asked for below.)";
    private static final String SILENT = "(no text)";

    private final CaseSink sink;
    private final UnaryOperator<String> change;

    SessionDrafts(CaseSink sink, UnaryOperator<String> change) {
        this.sink = sink;
        this.change = change;
    }

    void add(String id, String cluster, List<Message> raw) {
        List<Message> messages = raw.stream().map(this::changed).toList();
        SessionScript script = SessionScript.of(messages);
        if (script.calls().isEmpty()) {
            sink.dropped("no tool result");
            return;
        }
        if (script.calls().stream()
                .anyMatch(call -> OriginalMarker.refAtEndOf(call.result()).isPresent())) {
            sink.dropped("a tool result was compressed before it was recorded");
            return;
        }
        for (int last = script.turns().size() - 1; last >= 0; last--) {
            Citations citations = Citations.of(script, last);
            if (!citations.isEmpty()) {
                Draft draft = draft(id, script, last, citations);
                sink.found(cluster.isEmpty() ? draft : draft.in(cluster));
                return;
            }
        }
        sink.dropped("no answer cites anything of a tool result");
    }

    private Message changed(Message message) {
        return new Message(
                message.role(),
                change.apply(message.text()),
                message.calls().stream()
                        .map(call -> new Call(call.id(), call.tool(), Json.object(change.apply(call.arguments()))))
                        .toList(),
                message.callId());
    }

    /** What the user said and the agent did, without the last answer. */
    private static List<Turn> turns(SessionScript script, int last) {
        List<Turn> turns = new ArrayList<>();
        int calls = 0;
        for (int i = 0; i <= last; i++) {
            SessionScript.Part part = script.turns().get(i);
            List<Integer> made =
                    IntStream.range(calls, calls + part.calls()).boxed().toList();
            calls += part.calls();
            String reply = i == last ? UNSAID : part.reply().isBlank() ? SILENT : part.reply();
            turns.add(Turn.work(part.question(), made, reply));
        }
        return turns;
    }

    private static Draft draft(String id, SessionScript script, int last, Citations citations) {
        List<Turn> turns = turns(script, last);
        int calls = turns.stream().mapToInt(turn -> turn.calls().size()).sum();
        String question = new Ask(Kind.GAPS, citations.gapped()).text();
        turns.add(Turn.followUp(question, IntStream.range(0, calls).boxed().toList()));
        Set<String> gold = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Citations.Cited one : citations.cited()) {
            String item = Turn.item(0, Items.value(one.gap(), one.value()));
            gold.add(item);
            evidence.add(new Evidence(item, one.call(), one.value()));
        }
        List<RecordedCall> used = script.calls().subList(0, calls);
        String known = id.isEmpty() ? "session-" + Sha256.of(used + question).substring(0, 16) : id;
        return new Draft(known, known, "typical", script.system(), question, used, gold, evidence, turns);
    }
}
