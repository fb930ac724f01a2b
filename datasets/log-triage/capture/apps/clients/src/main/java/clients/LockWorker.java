package clients;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;
import org.apache.curator.retry.RetryNTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does jobs one at a time per queue, guarded by a ZooKeeper lock, and follows a setting kept in ZooKeeper. */
public final class LockWorker {

    private static final Logger log = LoggerFactory.getLogger(LockWorker.class);

    public static void main(String[] args) throws Exception {
        Support.startStats();
        String name = Support.setting("name");
        int pace = Support.number("pace", 150);
        CuratorFramework zk = CuratorFrameworkFactory.builder()
                .connectString(Support.setting("ensemble"))
                .sessionTimeoutMs(4_000)
                .connectionTimeoutMs(2_000)
                .retryPolicy(new RetryNTimes(1, 300))
                .build();
        zk.getConnectionStateListenable().addListener((client, state) -> log.info("coordination state is {}", state));
        zk.start();
        CuratorCache settings = CuratorCache.build(zk, "/settings");
        settings.listenable().addListener((type, before, now) ->
                log.info("setting {} {}", now == null ? before.getPath() : now.getPath(), type));
        settings.start();
        for (long n = 1; ; n++) {
            String queue = "queue-" + Support.random(5);
            long start = System.nanoTime();
            boolean ok = true;
            try {
                work(zk, name, queue, n);
            } catch (Exception e) {
                ok = false;
                Support.failed(log, "job " + n + " of " + queue + " failed", e);
            }
            Support.count(start, ok);
            Support.pause(pace);
        }
    }

    private static void work(CuratorFramework zk, String name, String queue, long n) throws Exception {
        InterProcessMutex mutex = new InterProcessMutex(zk, "/locks/" + queue);
        long start = System.nanoTime();
        if (!mutex.acquire(2, TimeUnit.SECONDS)) {
            log.warn("job {} of {} skipped, somebody else works on it", n, queue);
            return;
        }
        try {
            byte[] mark = (name + " " + n + " " + "m".repeat(Support.random(600))).getBytes(StandardCharsets.UTF_8);
            zk.create().orSetData().creatingParentsIfNeeded().forPath("/progress/" + queue + "/" + name, mark);
            log.debug("job {} of {} done in {} us", n, queue, (System.nanoTime() - start) / 1000);
        } finally {
            mutex.release();
        }
        if (n % 40 == 0) {
            log.info("{} jobs done", n);
        }
    }
}
