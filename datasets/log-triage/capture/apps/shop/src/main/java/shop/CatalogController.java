package shop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogController {

    private static final Logger log = LoggerFactory.getLogger(CatalogController.class);

    private final JdbcTemplate jdbc;
    private final StringRedisTemplate redis;
    private final Failures failures;

    CatalogController(JdbcTemplate jdbc, StringRedisTemplate redis, Failures failures) {
        this.jdbc = jdbc;
        this.redis = redis;
        this.failures = failures;
    }

    @GetMapping("/products/{id}")
    Map<String, Object> product(@PathVariable int id) {
        String key = "product:" + id;
        String cached = readCache(key);
        if (cached != null) {
            log.debug("cache hit {}", key);
            return Map.of("id", id, "name", cached);
        }
        List<String> names = jdbc.queryForList("select name from product where id = ?", String.class, id);
        if (names.isEmpty()) {
            throw new Errors.NotFound("no product " + id);
        }
        log.debug("cache miss {}, read '{}' from the database", key, names.get(0));
        writeCache(key, names.get(0));
        return Map.of("id", id, "name", names.get(0));
    }

    @GetMapping("/products")
    List<Map<String, Object>> search(@RequestParam String q) {
        if (q.length() < 3) {
            throw new IllegalArgumentException("search text '" + q + "' is too short");
        }
        long start = System.nanoTime();
        List<Map<String, Object>> found =
                jdbc.queryForList("select id, name from product where code = ? order by id limit 20", q);
        log.info("search '{}' found {} products in {} ms", q, found.size(), (System.nanoTime() - start) / 1_000_000);
        return found;
    }

    private String readCache(String key) {
        try {
            return redis.opsForValue().get(key);
        } catch (DataAccessException e) {
            failures.log(log, "cache read of " + key + " failed, using the database", e);
            return null;
        }
    }

    private void writeCache(String key, String value) {
        try {
            redis.opsForValue().set(key, value, Duration.ofSeconds(30));
        } catch (DataAccessException e) {
            failures.log(log, "cache write of " + key + " failed", e);
        }
    }
}
