package io.github.headroom4j.eval.doctor;

import io.github.headroom4j.eval.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks a machine over. Reads data and loads models as a run would, so it takes some seconds. */
public final class Doctor {

    /**
     * What is looked at beside the machine itself.
     *
     * @param workloads whose data must be readable
     * @param reports where a run would write
     * @param stores original stores to reach; none by default
     * @param environment the process's environment variables; values are never told
     */
    public record Patient(
            List<Workload> workloads, Path reports, List<StoreAddress> stores, Map<String, String> environment) {

        /** Copies the lists. */
        public Patient {
            workloads = List.copyOf(workloads);
            stores = List.copyOf(stores);
            environment = Map.copyOf(environment);
        }
    }

    private Doctor() {}

    /**
     * Checks everything, one thing after the other.
     *
     * @param patient what to look at beside the machine
     * @return findings as they come; a check that breaks is a finding that says so
     */
    public static Stream<Finding> examine(Patient patient) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("JDK", MachineChecks::jdk));
        checks.add(new Check(
                "memory", () -> MachineChecks.memory(Runtime.getRuntime().maxMemory())));
        checks.add(new Check("processors", MachineChecks::processors));
        checks.add(new Check("reports folder", () -> MachineChecks.writable(patient.reports())));
        patient.workloads()
                .forEach(workload ->
                        checks.add(new Check("data of " + workload.name(), () -> DataChecks.data(workload))));
        checks.add(new Check("tree-sitter", ModelChecks::grammars));
        checks.add(new Check("embedding model", ModelChecks::embeddings));
        checks.add(new Check("part-of-speech model", ModelChecks::reader));
        ModelChecks.KEYS.forEach((variable, use) ->
                checks.add(new Check(variable, () -> ModelChecks.key(variable, use, patient.environment()))));
        patient.stores().forEach(store -> checks.add(new Check("original store", store::reach)));
        return checks.stream().map(Check::run);
    }

    private record Check(String what, Supplier<Finding> body) {

        /** Whatever breaks, missing natives and classes included, is what was to be found out. */
        Finding run() {
            try {
                return body.get();
            } catch (RuntimeException | LinkageError e) {
                return Finding.fail(what, String.valueOf(e), "see the message; run the build's tests for more");
            }
        }
    }
}
