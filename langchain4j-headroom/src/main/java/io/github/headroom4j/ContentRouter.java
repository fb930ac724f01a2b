package io.github.headroom4j;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.DocumentCompressor;
import io.github.headroom4j.compressor.Embedded;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.content.ContentSplitter;
import io.github.headroom4j.content.ContentType;
import io.github.headroom4j.content.Detection;
import io.github.headroom4j.content.Section;
import io.github.headroom4j.original.LineFeeds;
import io.github.headroom4j.original.NamedParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Splits a text and finds for each section the first compressor in order that knows its type and can read it. */
final class ContentRouter {

    /**
     * A section with its reader.
     *
     * @param text the section's text
     * @param detection what it is
     * @param compressor the name of the compressor that read it, empty if none did
     * @param content what it read, empty if none did
     */
    record Part(String text, Detection detection, String compressor, Optional<Selectable> content) {}

    /**
     * A text with its readers.
     *
     * @param parts its sections
     * @param document all of them as one document, from which to choose; empty if each is chosen from by itself
     */
    record Routed(List<Part> parts, Optional<Selectable> document) {
        boolean unread() {
            return document.isEmpty()
                    && parts.stream().allMatch(part -> part.content().isEmpty());
        }
    }

    /** What reads texts. */
    record Readers(ContentSplitter splitter, List<Compressor> compressors) {
        Readers {
            compressors = List.copyOf(compressors);
        }
    }

    private final Supplier<Readers> makeReaders;
    private volatile @Nullable Readers readers;

    /** The readers are made when the first text comes; several threads may make them, and all of them are alike. */
    ContentRouter(Supplier<Readers> makeReaders) {
        this.makeReaders = makeReaders;
    }

    private Readers readers() {
        Readers made = readers;
        if (made == null) {
            made = makeReaders.get();
            readers = made;
        }
        return made;
    }

    Routed route(String text, CompressionContext context) {
        List<Section> sections = readers().splitter().split(text, context::checkDeadline);
        Optional<DocumentCompressor> compressor = ofDocument(sections);
        List<Part> parts = new ArrayList<>();
        List<Embedded> blocks = new ArrayList<>();
        int line = 1;
        for (Section section : sections) {
            context.checkDeadline();
            String sectionText = section.in(text);
            ContentType type = section.detection().type();
            if (compressor.isPresent() && isRunning(type, compressor.get())) {
                parts.add(new Part(
                        sectionText, section.detection(), compressor.get().name(), Optional.empty()));
            } else {
                Part part = read(sectionText, section.detection(), context.startingAt(line));
                part.content()
                        .ifPresent(content -> blocks.add(new Embedded(section.start(), section.end(), type, content)));
                parts.add(part);
            }
            line += LineFeeds.in(sectionText, context::checkDeadline);
        }
        return new Routed(parts, compressor.flatMap(one -> one.parse(text, blocks, context)));
    }

    /** The compressor of a text that is a document with blocks of other kinds in it. */
    private Optional<DocumentCompressor> ofDocument(List<Section> sections) {
        return sections.size() < 2
                ? Optional.empty()
                : readers().compressors().stream()
                        .filter(DocumentCompressor.class::isInstance)
                        .map(DocumentCompressor.class::cast)
                        .filter(compressor -> sections.stream()
                                .anyMatch(section -> compressor
                                        .contentTypes()
                                        .contains(section.detection().type())))
                        .findFirst();
    }

    private static boolean isRunning(ContentType type, DocumentCompressor compressor) {
        return compressor.contentTypes().contains(type) || type.equals(ContentType.PROSE);
    }

    List<Detection> detect(String text) {
        return readers().splitter().split(text).stream().map(Section::detection).toList();
    }

    /** What has a name in a text, section by section; a compressor that knows names is asked about its types. */
    List<NamedParts.Part> named(String text) {
        List<NamedParts.Part> named = new ArrayList<>();
        for (Section section : readers().splitter().split(text)) {
            for (Compressor compressor : readers().compressors()) {
                if (compressor instanceof NamedParts names
                        && compressor
                                .contentTypes()
                                .contains(section.detection().type())) {
                    names.partsOf(section.in(text)).forEach(part -> named.add(part.shifted(section.start())));
                }
            }
        }
        return named;
    }

    private Part read(String text, Detection detection, CompressionContext context) {
        CompressionContext known = context.inLanguage(detection.language().orElse(""));
        for (Compressor compressor : readers().compressors()) {
            if (compressor.contentTypes().contains(detection.type())) {
                Optional<? extends Selectable> content = compressor.parse(text, known);
                if (content.isPresent()) {
                    return new Part(text, detection, compressor.name(), Optional.of(content.get()));
                }
            }
        }
        return new Part(text, detection, "", Optional.empty());
    }
}
