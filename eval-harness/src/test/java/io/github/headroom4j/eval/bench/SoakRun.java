package io.github.headroom4j.eval.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/** Leads agents through a mixed load on all stores at once, and looks at heap, threads and connections. Not thread-safe. */
final class SoakRun {

    private static final int MEGABYTE = 1 << 20;

    private final SoakSettings settings;
    private final List<SoakStore> stores;
    private final SoakTexts texts;
    private final SoakFaults faults;
    private final SoakLatencies latencies = new SoakLatencies();

    /** Agents share it while they work; the heap is measured while none does. Fair, or measuring would wait for ever. */
    private final ReadWriteLock work = new ReentrantReadWriteLock(true);

    private final List<Double> heap = new ArrayList<>();

    SoakRun(SoakSettings settings, List<SoakStore> stores, SoakTexts texts, SoakFaults faults) {
        this.settings = settings;
        this.stores = List.copyOf(stores);
        this.texts = texts;
        this.faults = faults;
    }

    SoakResult run() throws InterruptedException, ExecutionException {
        List<List<SoakAgent>> agents = agents();
        warmUp(agents.get(0));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Callable<SoakLatencies>> lives = new ArrayList<>();
            for (int thread = 0; thread < settings.threads(); thread++) {
                int number = thread;
                lives.add(() -> live(number, agents.get(number), start));
            }
            for (Future<SoakLatencies> life : threads.invokeAll(lives)) {
                latencies.add(life.get());
            }
        } finally {
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        sampleHeap();
        List<String> left = left(before);
        return result(seconds, finish(agents), left);
    }

    /** By thread, then by store. */
    private List<List<SoakAgent>> agents() {
        List<List<SoakAgent>> agents = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        for (int thread = 0; thread < settings.threads(); thread++) {
            List<SoakAgent> ofThread = new ArrayList<>();
            for (SoakStore store : stores) {
                ofThread.add(new SoakAgent("agent-" + thread, store, texts, faults, seeds.split()));
            }
            agents.add(ofThread);
        }
        return agents;
    }

    /** What loads classes and starts the threads of databases. */
    private static void warmUp(List<SoakAgent> agents) {
        for (SoakAgent agent : agents) {
            for (SoakOperation operation : SoakOperation.values()) {
                agent.run(operation);
            }
        }
    }

    private SoakLatencies live(int number, List<SoakAgent> agents, long start) {
        SplittableRandom random = new SplittableRandom(settings.seed() + number);
        SoakLatencies mine = new SoakLatencies();
        for (long done = 0; settings.goesOn(done, System.nanoTime() - start); done++) {
            if (number == 0 && heap.size() <= settings.samplesDue(done, System.nanoTime() - start)) {
                sampleHeap();
            }
            int store = random.nextInt(stores.size());
            work.readLock().lock();
            try {
                timed(stores.get(store), agents.get(store), SoakOperation.any(random), mine);
            } finally {
                work.readLock().unlock();
            }
        }
        return mine;
    }

    private void timed(SoakStore store, SoakAgent agent, SoakOperation operation, SoakLatencies mine) {
        try {
            mine.add(store.name(), operation, agent.run(operation));
        } catch (RuntimeException | StackOverflowError e) {
            faults.add("nothing is thrown", store.name() + ' ' + operation + ' ' + e);
        }
    }

    private void sampleHeap() {
        work.writeLock().lock();
        try {
            System.gc();
            heap.add((double) ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed()
                    / MEGABYTE);
        } finally {
            work.writeLock().unlock();
        }
    }

    /**
     * Threads that are new and will stay. Those of pools that wait for work with a limit end by themselves, such as the JDK's, by which
     * H2 reads its file; as many as there are agents may be waiting. A thread without a frame is the JVM's own, such as the one by
     * which somebody looked at its stacks.
     */
    private List<String> left(Set<Thread> before) {
        List<String> left = new ArrayList<>();
        int ending = 0;
        for (Map.Entry<Thread, StackTraceElement[]> one :
                Thread.getAllStackTraces().entrySet()) {
            boolean ends = one.getKey().getState() == Thread.State.TIMED_WAITING
                    && Arrays.stream(one.getValue())
                            .anyMatch(frame -> frame.getClassName().equals(ThreadPoolExecutor.class.getName())
                                    && frame.getMethodName().equals("getTask"));
            boolean ours = one.getValue().length > 0 && !before.contains(one.getKey());
            if (ours && (!ends || ++ending > settings.threads())) {
                left.add(one.getKey().getName());
            }
        }
        return left;
    }

    private List<SoakResult.Store> finish(List<List<SoakAgent>> agents) {
        List<SoakResult.Store> finished = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            int index = i;
            finished.add(finish(
                    stores.get(i),
                    agents.stream().map(ofThread -> ofThread.get(index)).toList()));
        }
        return finished;
    }

    private SoakResult.Store finish(SoakStore store, List<SoakAgent> agents) {
        var reopened = store.open();
        long checked =
                agents.stream().mapToLong(agent -> agent.finish(reopened)).sum();
        return new SoakResult.Store(
                store.name(),
                agents.stream().mapToLong(SoakAgent::kept).sum(),
                checked,
                agents.stream().mapToLong(SoakAgent::unused).sum(),
                agents.stream().mapToLong(SoakAgent::forgotten).sum(),
                reopened.stats().count(),
                store.connections().borrowed(),
                store.connections().returned(),
                store.active());
    }

    private SoakResult result(long seconds, List<SoakResult.Store> finished, List<String> threadsLeft) {
        return new SoakResult(
                settings.threads(),
                settings.seed(),
                seconds,
                latencies.rows(stores.stream().map(SoakStore::name).collect(Collectors.toList())),
                finished,
                heap,
                growth(heap.subList(heap.size() / 2, heap.size())),
                threadsLeft,
                faults.counts(),
                faults.details());
    }

    /** From the beginning to the end of the line through the samples, by least squares. */
    static double growth(List<Double> samples) {
        double middle = (samples.size() - 1) / 2.0;
        double mean =
                samples.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < samples.size(); i++) {
            covariance += (i - middle) * (samples.get(i) - mean);
            variance += (i - middle) * (i - middle);
        }
        return variance == 0 ? 0 : covariance / variance * (samples.size() - 1);
    }
}
