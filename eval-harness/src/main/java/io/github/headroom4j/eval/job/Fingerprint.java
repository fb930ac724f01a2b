package io.github.headroom4j.eval.job;

import io.github.headroom4j.Headroom;
import io.github.headroom4j.eval.dataset.ClassPlace;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.memory.CompressingChatMemoryStore;
import io.github.headroom4j.rag.PassagePruner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A SHA-256 over parts, each with its length, so that no two different lists of parts run together. Not thread-safe. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Fingerprint add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    private Fingerprint add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    /** Everything that a case says, gold and evidence included. */
    Fingerprint add(EvalCase evalCase) {
        List.of(
                        evalCase.id(),
                        evalCase.cluster(),
                        evalCase.split(),
                        evalCase.tier(),
                        evalCase.systemPrompt(),
                        evalCase.question())
                .forEach(this::add);
        for (RecordedCall call : evalCase.calls()) {
            add(call.tool()).add(call.arguments()).add(call.result());
        }
        evalCase.gold().stream().sorted().forEach(this::add);
        for (Evidence evidence : evalCase.evidence()) {
            add(evidence.item()).add(String.valueOf(evidence.call())).add(evidence.text());
        }
        for (Turn turn : evalCase.turns()) {
            add(turn.question()).add(turn.reply()).add(turn.calls() + " " + turn.related());
        }
        for (RetrievedPassage passage : evalCase.passages()) {
            add(passage.source()).add(passage.title()).add(passage.text()).add(String.valueOf(passage.score()));
        }
        return this;
    }

    /** The compiled library and harness, so that a changed program never meets results of the old one. */
    Fingerprint addProgram() {
        for (Class<?> type :
                List.of(Headroom.class, CompressingChatMemoryStore.class, PassagePruner.class, Fingerprint.class)) {
            addTree(ClassPlace.of(type));
        }
        return this;
    }

    private void addTree(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                add(root.relativize(file).toString().replace('\\', '/'));
                add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }

    /** The digest so far; call it once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
