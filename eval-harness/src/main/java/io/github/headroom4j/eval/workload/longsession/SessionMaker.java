package io.github.headroom4j.eval.workload.longsession;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.workload.codesearch.CodeFollowUps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes one session: an incident, four searches, another incident, four more searches; then questions about both
 * incidents and the first searches. After later searches the agent reads a file again that it read two searches before. For
 * one session.
 */
final class SessionMaker {

    /** Searches of a session; with two incidents and eight questions they make more than 60 requests. */
    static final int SEARCHES = 8;

    /** How many of the first searches are asked about again, and of how many one further hit is asked for. */
    private static final int ASKED_AGAIN = 3;

    private static final int ASKED_FOR_ANOTHER_HIT = 3;

    private static final int READ_AGAIN_AFTER = 2;

    /** What the agent answers while it works; facts are asked for at the end only, so no memory holds them otherwise. */
    private static final String NOTED = "I have looked into it.";

    private static final String WORK = "Look into this and keep the answer for the end. ";
    private static final String AGAIN = "Look at this once more before we go on.";

    private final List<EvalCase> incidents;
    private final List<EvalCase> searches;
    private final List<RecordedCall> calls = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Set<String> gold = new LinkedHashSet<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private int followUps;

    SessionMaker(List<EvalCase> incidents, List<EvalCase> searches) {
        this.incidents = incidents;
        this.searches = searches;
    }

    EvalCase make(String id, String split) {
        int half = searches.size() / 2;
        List<Integer> incidentStarts = new ArrayList<>();
        List<Integer> searchStarts = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            incidentStarts.add(work(incidents.get(i), List.of()));
            for (int j = i * half; j < (i + 1) * half; j++) {
                searchStarts.add(work(
                        searches.get(j),
                        j < READ_AGAIN_AFTER ? List.of() : lastRead(searches.get(j - READ_AGAIN_AFTER))));
            }
        }
        for (int i = 0; i < incidents.size(); i++) {
            askAboutIncident(incidents.get(i), incidentStarts.get(i));
        }
        List<Integer> code = codeCalls();
        for (int i = 0; i < ASKED_AGAIN; i++) {
            ask(searches.get(i), searches.get(i).question(), searchStarts.get(i), code);
        }
        for (int i = 0; i < ASKED_FOR_ANOTHER_HIT; i++) {
            askForAnotherHit(searches.get(ASKED_AGAIN + i), searchStarts.get(ASKED_AGAIN + i), code);
        }
        return new EvalCase(id, "", split, "mixed", systemPrompt(), "", calls, gold, evidence, turns);
    }

    private String systemPrompt() {
        return incidents.get(0).systemPrompt() + "\n\n" + searches.get(0).systemPrompt();
    }

    /** Adds the turns of a case; returns the index of its first call. */
    private int work(EvalCase episode, List<RecordedCall> again) {
        int start = calls.size();
        calls.addAll(episode.calls());
        turns.add(Turn.work(
                WORK + episode.question(),
                IntStream.range(start, calls.size()).boxed().toList(),
                NOTED));
        if (!again.isEmpty()) {
            int repeated = calls.size();
            calls.addAll(again);
            turns.add(Turn.work(
                    AGAIN, IntStream.range(repeated, calls.size()).boxed().toList(), NOTED));
        }
        return start;
    }

    private static List<RecordedCall> lastRead(EvalCase search) {
        return List.of(search.calls().get(search.calls().size() - 1));
    }

    private void askAboutIncident(EvalCase incident, int start) {
        List<Integer> related =
                IntStream.range(start, start + incident.calls().size()).boxed().toList();
        ask(incident, FollowUpReader.INCIDENT + incident.question(), start, related);
    }

    private void ask(EvalCase episode, String question, int start, List<Integer> related) {
        turns.add(Turn.followUp(question, related));
        episode.gold().forEach(item -> gold.add(Turn.item(followUps, item)));
        episode.evidence()
                .forEach(piece -> evidence.add(
                        new Evidence(Turn.item(followUps, piece.item()), start + piece.call(), piece.text())));
        followUps++;
    }

    private void askForAnotherHit(EvalCase search, int start, List<Integer> code) {
        CodeFollowUps.Where where = CodeFollowUps.where(search, search.id().hashCode());
        turns.add(Turn.followUp(where.question(), code));
        String item = Turn.item(followUps, where.item());
        gold.add(item);
        evidence.add(new Evidence(item, start, where.symbol()));
        followUps++;
    }

    /** The calls of all searches: a question about code may be answered from any of them. */
    private List<Integer> codeCalls() {
        Set<String> tools = new LinkedHashSet<>();
        searches.forEach(search -> search.calls().forEach(call -> tools.add(call.tool())));
        return IntStream.range(0, calls.size())
                .filter(call -> tools.contains(calls.get(call).tool()))
                .boxed()
                .toList();
    }
}
