package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Element;

/** How it was measured, and what that cannot tell, in plain words. */
record MethodSection(View view) implements Section {

    @Override
    public String title() {
        return "How it was measured, and what that cannot tell";
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public void into(Element section) {
        JsonNode protocol = view.manifest().path("protocol");
        list(
                section,
                "How",
                "A case is a recorded agent session: question, tool calls with their raw results or retrieved passages, and the"
                        + " right answer, known without any model.",
                "Each case is replayed through a real LangChain4j agent. Only the model is scripted: it issues the recorded"
                        + " calls. Tokens are counted, and the answer is read, in the very same requests.",
                "Tokens are those of all requests of a session, by the tokenizer "
                        + View.text(view.manifest(), "tokenizer")
                        + ". Markers, the retrieve tool’s own description and whatever it returns are charged, so a saving can"
                        + " be negative.",
                "Answers are compared as sets with the right ones, item by item (F1). Each case is paired with itself"
                        + " without compression.",
                "Intervals come from a bootstrap over clusters, which are cases that share a document, repository or fault: "
                        + Words.count(View.count(protocol, "resamples")) + " resamples, seed "
                        + View.text(protocol, "seed") + ", "
                        + Words.decimal(100 * View.number(protocol, "confidence"), 0) + " %.",
                "Non-inferior means that the whole interval of the change of F1 lies above −"
                        + Words.decimal(view.margin(), 0)
                        + " points. The margin was fixed beforehand. Inconclusive is not a"
                        + " pass. Below " + View.count(protocol, "minCases") + " cases or "
                        + View.count(protocol, "minClusters") + " clusters there is no verdict.");
        list(section, "What it cannot tell", limits());
        arms(section);
    }

    private String[] limits() {
        String reader = View.text(view.manifest(), "reader");
        String about = reader.equals("deterministic")
                ? "The answers come from deterministic programs, one per workload. They tell whether what an answer needs is"
                        + " still in front of the model. They cannot tell how a language model behaves with it."
                : "The answers come from the reader “" + reader + "”, the language model “"
                        + View.text(view.manifest().path("model"), "name") + "” ("
                        + View.text(view.manifest().path("model"), "settings")
                        + "). Another model may behave otherwise, and so may this one in another run.";
        return new String[] {
            about,
            "Sessions are replayed as recorded. A live agent that reads something else may call other tools; that is not"
                    + " measured.",
            "A bootstrap cannot see what no case shows: where no case of n differs, up to 3/n of unseen cases may.",
            "Few clusters give wide intervals. A verdict on few cases says little about other people’s data; the harness"
                    + " imports those.",
            "Cost is that of input tokens alone, under models of two providers’ caches in which no entry lapses."
        };
    }

    private void arms(Element section) {
        section.appendElement("h3").text("The arms");
        Element list = section.appendElement("dl");
        view.manifest().path("arms").forEach(arm -> {
            list.appendElement("dt").appendElement("code").text(View.text(arm, "name"));
            list.appendElement("dd").text(View.text(arm, "about"));
        });
    }

    private static void list(Element section, String heading, String... items) {
        section.appendElement("h3").text(heading);
        Element list = section.appendElement("ul");
        for (String item : items) {
            list.appendElement("li").text(item);
        }
    }
}
