package io.github.headroom4j.eval.page;

import org.jsoup.nodes.Element;

/** The words that this page uses. */
record GlossarySection() implements Section {

    private static final String[][] WORDS = {
        {"A/A", "The baseline run a second time. Every difference must be exactly 0, or the harness itself is noisy."},
        {"Arm", "One way to treat what an agent reads, such as nothing, our compression, or cutting it off."},
        {"Baseline", "The arm none: everything as it was recorded."},
        {"Case", "One recorded session with its question and the right answer."},
        {"Cluster", "Cases that are not independent of each other, such as those of one document."},
        {"ΔF1", "F1 with compression minus F1 without it, in points: hundredths of 1."},
        {
            "F1",
            "How well an answer agrees with the right one, from 0 to 1: the harmonic mean of the share of the answer that is"
                    + " right and the share of the right answer that was given."
        },
        {
            "Interval, 95 %",
            "Where the figure would mostly lie if other cases of the same kind had been drawn. A wide one means: not enough"
                    + " data to say."
        },
        {"Lossless", "Written in another way from which the original can be computed, and was."},
        {"Margin", "The loss of F1 that is still called equal, fixed before anything was measured."},
        {"Marker", "A short note in place of what was left out. With it, the model can ask for the original."},
        {"Reversible", "Something was left out, and the original is kept: the retrieve tool returns it byte for byte."},
        {"Split", "Development cases may be looked at while building; test cases are there to check what was built."},
        {"Token", "The unit that models read and providers charge, about four letters of English."},
        {
            "Verdict",
            "Non-inferior: the interval lies above the margin. Inferior: below it. Inconclusive: the margin is inside. Too few:"
                    + " not enough cases to say anything."
        }
    };

    @Override
    public String title() {
        return "Glossary";
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public void into(Element section) {
        Element list = section.appendElement("dl");
        for (String[] word : WORDS) {
            list.appendElement("dt").text(word[0]);
            list.appendElement("dd").text(word[1]);
        }
    }
}
