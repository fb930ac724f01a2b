package shop;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutController {

    private static final Logger log = LoggerFactory.getLogger(CheckoutController.class);

    private final JdbcTemplate jdbc;
    private final PaymentClient payment;

    CheckoutController(JdbcTemplate jdbc, PaymentClient payment) {
        this.jdbc = jdbc;
        this.payment = payment;
    }

    @PostMapping("/checkout")
    @Transactional
    public Map<String, Object> checkout(@RequestParam String cart, @RequestParam int product, @RequestParam int cents) {
        String order = UUID.randomUUID().toString().substring(0, 13);
        log.info("order {}: checkout of cart {}, product {}, {} cents", order, cart, product, cents);
        jdbc.update("insert into orders(id, cart, product, cents) values (?, ?, ?, ?)", order, cart, product, cents);
        int changed = jdbc.update("update stock set amount = amount - 1 where product = ? and amount > 0", product);
        if (changed == 0) {
            throw new IllegalArgumentException("product " + product + " is out of stock");
        }
        String receipt = payment.authorise(order, cents);
        log.info("order {}: paid, receipt {}", order, receipt);
        return Map.of("order", order, "receipt", receipt);
    }
}
