package clients;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisSentinelPool;
import redis.clients.jedis.exceptions.JedisException;

/** Keeps web sessions in a Redis primary that it finds through the sentinels. */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final String[] sessions = new String[400];

    public static void main(String[] args) {
        Support.startStats();
        int pace = Support.number("pace", 120);
        int threads = Support.number("threads", 2);
        GenericObjectPoolConfig<Jedis> limits = new GenericObjectPoolConfig<>();
        limits.setMaxTotal(Support.number("pool", 8));
        limits.setMaxIdle(1);
        limits.setMaxWait(java.time.Duration.ofMillis(1500));
        Set<String> sentinels = Stream.of(Support.setting("sentinels").split(",")).collect(Collectors.toSet());
        JedisSentinelPool pool = new JedisSentinelPool("sessions", sentinels, limits, 1000, 1000, null, null, 0);
        for (int t = 0; t < threads; t++) {
            new Thread(() -> serve(pool, pace), "web-" + t).start();
        }
    }

    private static void serve(JedisSentinelPool pool, int pace) {
        while (true) {
            long start = System.nanoTime();
            boolean ok = true;
            String what = "request";
            int slot = Support.random(sessions.length);
            try (Jedis redis = pool.getResource()) {
                if (sessions[slot] == null || Support.random(6) == 0) {
                    what = "login";
                    sessions[slot] = UUID.randomUUID().toString();
                    redis.setex("session:" + sessions[slot], 120, "user-" + slot + " " + "d".repeat(Support.random(900)));
                    log.info("user-{} logged in, session {}", slot, sessions[slot]);
                } else {
                    what = "page";
                    String data = redis.get("session:" + sessions[slot]);
                    if (data == null) {
                        log.warn("session {} of user-{} is unknown, login page sent", sessions[slot], slot);
                        sessions[slot] = null;
                    } else {
                        redis.hincrBy("visits:" + Support.random(40), "user-" + slot, 1);
                        log.debug("page for user-{} in {} us", slot, (System.nanoTime() - start) / 1000);
                    }
                }
            } catch (JedisException e) {
                ok = false;
                Support.failed(log, what + " of user-" + slot + " failed", e);
            }
            Support.count(start, ok);
            Support.pause(pace);
        }
    }
}
