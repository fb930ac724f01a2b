package io.github.headroom4j.eval.workload.codereview.change;

import java.util.List;

/**
 * A defect of a pull request. Immutable.
 *
 * @param category what is wrong
 * @param path the file that holds it
 * @param line where, in the file as it stands with the pull request, from 1; where something was removed, the line that is
 *     now in its place
 * @param evidence what has to be read to see it, lines of the change itself first
 */
public record PlantedDefect(DefectCategory category, String path, int line, List<DefectEvidence> evidence) {

    /** Copies the list. */
    public PlantedDefect {
        evidence = List.copyOf(evidence);
    }
}
