package io.github.headroom4j.rag;

import java.util.List;

/**
 * A question with retrieved passages of which is known what answers it.
 *
 * @param set the data set
 * @param id unique in the set
 * @param half 0 for development, 1 for looking at once
 * @param question what is asked
 * @param passages in the order in which they were retrieved
 * @param wanted what must stay visible: of each list, one text
 */
record RagQuestion(
        String set, String id, int half, String question, List<String> passages, List<List<String>> wanted) {}
