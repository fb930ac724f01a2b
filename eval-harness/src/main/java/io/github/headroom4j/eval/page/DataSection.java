package io.github.headroom4j.eval.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Element;

/** What was run: data by hash, versions, and the command that makes all of it again. */
record DataSection(View view) implements Section {

    private static final String COMMAND = "mvn -q -pl eval-harness -am compile exec:java";

    @Override
    public String title() {
        return "Data, versions, and how to run it again";
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public void into(Element section) {
        String options = View.text(view.manifest(), "options");
        section.appendElement("pre")
                .attr("tabindex", "0")
                .appendElement("code")
                .text(options.isEmpty() ? COMMAND : COMMAND + " -Dexec.args=\"" + options + "\"");
        Section.paragraph(
                section,
                "This page is the same bytes on every run and machine, so it names neither; run.json, which is not committed,"
                        + " names commit, machine and time. Everything here comes from report.json.");
        Grid grid = new Grid(section, "What was replayed", 2, "workload", "SHA-256 of the cases", "cases");
        for (JsonNode part : view.manifest().path("workloads")) {
            grid.add(View.text(part, "workload"), View.text(part, "hash"), Words.count(View.count(part, "cases")))
                    .child(1)
                    .addClass("hash");
        }
        Grid versions = new Grid(section, "Versions", 2, "what", "version");
        view.manifest()
                .path("versions")
                .properties()
                .forEach(version ->
                        versions.add(version.getKey(), version.getValue().asText()));
    }
}
