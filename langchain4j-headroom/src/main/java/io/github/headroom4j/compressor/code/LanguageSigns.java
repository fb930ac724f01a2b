package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Guesses a language by how some lines begin, where detection named none that has a grammar: files that hold more text of
 * another language than code of their own, in documentation or in strings.
 */
final class LanguageSigns {

    private static final List<String> SCRIPT = List.of(
            "'use strict'",
            "\"use strict\"",
            "module.exports",
            "exports.",
            "export default ",
            "export const ",
            "export function ",
            "export async ",
            "export class ",
            "export abstract ",
            "export interface ",
            "export type ",
            "export enum ");

    private static final List<String> RUST =
            List.of("fn ", "pub fn ", "pub(crate) fn ", "impl ", "impl<", "pub struct ");

    private LanguageSigns() {}

    /** The language's name. */
    static Optional<String> read(SourceText source) {
        if (source.isIndented()) {
            return Optional.of("python");
        }
        List<String> found = new ArrayList<>();
        if (begins(source, List.of("package ")) && begins(source, List.of("func "))) {
            found.add("go");
        }
        if (begins(source, List.of("use ", "#[", "#![")) && begins(source, RUST)) {
            found.add("rust");
        }
        if (begins(source, SCRIPT)) {
            found.add("typescript");
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether a line begins with one of some words, without indentation. */
    private static boolean begins(SourceText source, List<String> words) {
        for (int line = 0; line < source.lines(); line++) {
            int start = source.start(line);
            if (words.stream().anyMatch(word -> source.text().startsWith(word, start))) {
                return true;
            }
        }
        return false;
    }
}
