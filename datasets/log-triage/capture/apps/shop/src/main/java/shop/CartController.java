package shop;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CartController {

    private static final Logger log = LoggerFactory.getLogger(CartController.class);

    private final StringRedisTemplate redis;

    CartController(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @PostMapping("/carts/{cart}/items")
    Map<String, Object> add(@PathVariable String cart, @RequestParam int product, @RequestParam(defaultValue = "1") int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("amount " + amount + " of product " + product);
        }
        Long total = redis.opsForHash().increment("cart:" + cart, String.valueOf(product), amount);
        log.info("cart {}: product {} x{}", cart, product, total);
        return Map.of("cart", cart, "product", product, "amount", total);
    }

    @GetMapping("/carts/{cart}")
    Map<Object, Object> show(@PathVariable String cart) {
        Map<Object, Object> items = redis.opsForHash().entries("cart:" + cart);
        log.debug("cart {} holds {} positions", cart, items.size());
        return items;
    }
}
