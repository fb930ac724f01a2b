package io.github.headroom4j.eval.arm;

import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import io.github.headroom4j.token.TokenCounter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The arms of long sessions. Immutable and thread-safe. */
public final class SessionArms {

    /** Tokens: the budget of compaction, and of the window that drops what exceeds it. */
    static final int BUDGET_TOKENS = 32_000;

    private static final int USUAL_WINDOW = 40;
    private static final int USUAL_RESULTS = 5;

    /** A window of fewer messages holds no call with its result. */
    private static final int MIN_WINDOW = 3;

    /**
     * An arm with one setting, to be chosen for each session: the largest up to which no setting costs more than our
     * dearest arm, or the smallest one that makes sense where all cost more.
     *
     * @param name its name in options and reports
     * @param about what it does
     * @param smallest the smallest setting that makes sense
     * @param bySize the arm with a setting
     */
    public record Fitted(String name, String about, int smallest, IntFunction<Arm> bySize) {}

    private final TokenCounter counter;

    /**
     * The arms.
     *
     * @param counter what the library counts tokens with
     */
    public SessionArms(TokenCounter counter) {
        this.counter = counter;
    }

    /**
     * Nothing done.
     *
     * @return the arm that all others are compared with
     */
    public Arm baseline() {
        return new PlainArm(Arms.BASELINE, "results as recorded");
    }

    /**
     * What users of the library would run.
     *
     * @return our arms
     */
    public List<Arm> ours() {
        return List.of(
                new HeadroomArm(Arms.HEADROOM, "reversible, the default", Wiring.STANDARD, counter),
                new CompactingArm("headroom-compacting", BUDGET_TOKENS, counter));
    }

    /**
     * Naive arms at settings often seen.
     *
     * @return the arms
     */
    public List<Arm> usual() {
        return List.of(
                window("window-" + USUAL_WINDOW, USUAL_WINDOW),
                new MemoryArm(
                        "token-window",
                        "LangChain4j's TokenWindowChatMemory of " + BUDGET_TOKENS + " tokens",
                        all -> id -> TokenWindowChatMemory.builder()
                                .id(id)
                                .maxTokens(BUDGET_TOKENS, new MemoryTokens(counter))
                                .build()),
                mask("mask-" + USUAL_RESULTS, USUAL_RESULTS));
    }

    /**
     * Naive arms at a setting that makes them cost what ours do.
     *
     * @return the arms
     */
    public List<Fitted> fitted() {
        return List.of(
                new Fitted(
                        "window-equal-cost",
                        "LangChain4j's MessageWindowChatMemory, as long as it can be at the cost of ours",
                        MIN_WINDOW,
                        size -> window("window-equal-cost", size)),
                new Fitted(
                        "mask-equal-cost",
                        "the last N tool results, N as large as it can be at the cost of ours",
                        0,
                        size -> mask("mask-equal-cost", size)));
    }

    /**
     * Every arm with what it does.
     *
     * @return by name, in the order of reports
     */
    public Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put(baseline().name(), baseline().about());
        usual().forEach(arm -> about.put(arm.name(), arm.about()));
        fitted().forEach(arm -> about.put(arm.name(), arm.about()));
        ours().forEach(arm -> about.put(arm.name(), arm.about()));
        return about;
    }

    /**
     * Whether an arm is one of ours.
     *
     * @param name an arm's name
     * @return whether {@link #ours} has it
     */
    public boolean isOurs(String name) {
        return ours().stream().anyMatch(arm -> arm.name().equals(name));
    }

    /**
     * An arm that is not fitted.
     *
     * @param name its name
     * @return the arm
     * @throws IllegalArgumentException if there is none of that name
     */
    public Arm plain(String name) {
        return Stream.of(List.of(baseline()), usual(), ours())
                .flatMap(List::stream)
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown arm '" + name + "'"));
    }

    private static Arm window(String name, int messages) {
        return new MemoryArm(
                name,
                "LangChain4j's MessageWindowChatMemory of " + messages + " messages",
                all -> id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(messages)
                        .alwaysKeepSystemMessageFirst(true)
                        .build());
    }

    private static Arm mask(String name, int results) {
        IntFunction<ChatMemoryProvider> memory =
                all -> id -> new MaskingChatMemory(AgentParts.keeping(all).get(id), results);
        return new MemoryArm(
                name, "the last " + results + " tool results as they are, older ones as a note of one line", memory);
    }
}
