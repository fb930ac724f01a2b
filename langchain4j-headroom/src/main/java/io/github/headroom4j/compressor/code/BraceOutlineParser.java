package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Any language with braces: a block after a type's name holds declarations, the outermost of all others are bodies. */
final class BraceOutlineParser implements OutlineParser {

    /** A container that is still open, and what its members are called after. */
    private record Container(int close, String path) {}

    @Override
    public Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        BraceScanner scanned = BraceScanner.scan(source.text(), context);
        List<Declaration> declarations = new ArrayList<>();
        Deque<Container> containers = new ArrayDeque<>();
        int outside = 0;
        Pace pace = context.pace();
        for (Block block : scanned.blocks()) {
            pace.step(block.header.length());
            while (!containers.isEmpty() && containers.peek().close() < block.open) {
                containers.pop();
            }
            if (block.open < outside) {
                continue;
            }
            String owner = containers.isEmpty() ? "" : containers.peek().path();
            if (block.isContainer()) {
                containers.push(container(block, owner, declarations));
            } else {
                outside = block.close;
                declarations.add(body(block, owner));
            }
        }
        return Optional.of(FileOutline.of(declarations, scanned.comments(), false));
    }

    private static Container container(Block block, String owner, List<Declaration> declarations) {
        String name = block.isType() ? HeaderNames.ofType(block.header) : HeaderNames.ofFunction(block.header);
        if (name.isEmpty()) {
            return new Container(block.close, owner);
        }
        declarations.add(new Declaration(
                Declaration.Kind.TYPE,
                name,
                owner,
                new Span(block.documentation, block.close + 1),
                block.signature,
                Span.NONE));
        return new Container(block.close, owner.isEmpty() ? name : owner + "." + name);
    }

    private static Declaration body(Block block, String owner) {
        String name = block.isCallable() ? HeaderNames.ofFunction(block.header) : "";
        String receiver = block.isCallable() && owner.isEmpty() ? HeaderNames.receiver(block.header) : "";
        return new Declaration(
                name.isEmpty() ? Declaration.Kind.INITIALIZER : Declaration.Kind.FUNCTION,
                name,
                receiver.isEmpty() ? owner : receiver,
                new Span(block.documentation, block.close + 1),
                block.signature,
                new Span(block.open + 1, block.close));
    }
}
