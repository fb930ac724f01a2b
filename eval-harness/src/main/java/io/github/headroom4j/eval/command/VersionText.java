package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.report.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the versions that reports name, and the JVM. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        StringBuilder text = new StringBuilder();
        Versions.all()
                .forEach((name, version) ->
                        text.append(name).append(' ').append(version).append('\n'));
        text.append("java ").append(Runtime.version());
        return text.toString().split("\n", -1);
    }
}
