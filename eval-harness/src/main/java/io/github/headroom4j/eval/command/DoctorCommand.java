package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.doctor.Doctor;
import io.github.headroom4j.eval.doctor.Finding;
import io.github.headroom4j.eval.doctor.StoreAddress;
import io.github.headroom4j.eval.job.EvalException;
import io.github.headroom4j.eval.job.EvalFolders;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: whether a machine can run the harness. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "doctor",
        header = "Check this machine: JDK, memory, data, models, stores.",
        description = {
            "Checks whether everything is there that a run needs: JDK, memory, processors, a folder to write to, the data with"
                    + " the jars they are made of and their hashes, native libraries, models, and stores of originals if their"
                    + " addresses are given. Says of environment variables whether they are set, never their values."
        },
        footer = {
            "",
            "Examples:",
            "  doctor",
            "  doctor --redis redis://localhost:6379",
            "",
            "Ends with 0 if the main job can run, warnings or not; with 1 if a check fails."
        })
final class DoctorCommand implements EvalCommand {

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Option(names = "--jdbc", paramLabel = "URL", description = "The store of originals in a database to reach.")
    @Nullable
    private String jdbc;

    @Option(names = "--redis", paramLabel = "URL", description = "The store of originals in Redis to reach.")
    @Nullable
    private String redis;

    @Override
    public int run(EvalContext context) {
        EvalFolders places = folders.in(context);
        Map<Finding.Level, Integer> counts = new EnumMap<>(Finding.Level.class);
        Doctor.examine(new Doctor.Patient(places.workloads(), places.reports(), stores(), System.getenv()))
                .forEachOrdered(finding -> {
                    counts.merge(finding.level(), 1, Integer::sum);
                    print(context, finding);
                });
        int failed = counts.getOrDefault(Finding.Level.FAIL, 0);
        context.out()
                .println(failed == 0 ? "Nothing is in the way of the main job." : failed + " of the checks failed.");
        return failed == 0 ? OK : EvalException.FAILURE;
    }

    private List<StoreAddress> stores() {
        List<StoreAddress> stores = new ArrayList<>();
        if (jdbc != null) {
            stores.add(new StoreAddress(StoreAddress.Kind.JDBC, jdbc));
        }
        if (redis != null) {
            stores.add(new StoreAddress(StoreAddress.Kind.REDIS, redis));
        }
        return stores;
    }

    private static void print(EvalContext context, Finding finding) {
        context.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-5s %s: %s",
                        finding.level().name().toLowerCase(Locale.ROOT),
                        finding.what(),
                        finding.said()));
        if (!finding.hint().isEmpty()) {
            context.out().println("      " + finding.hint());
        }
    }
}
