package shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The back office. Two of its functions have honest bugs: see the comments. */
@RestController
class OfficeController {

    private static final Logger log = LoggerFactory.getLogger(OfficeController.class);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Map<String, List<byte[]>> exports = new ConcurrentHashMap<>();

    OfficeController(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Bug: the early return for a region without orders never closes the connection. */
    @GetMapping("/reports/sales")
    Map<String, Object> sales(@RequestParam String region) throws SQLException {
        log.info("sales report for region {}", region);
        Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement("select count(*), coalesce(sum(cents), 0) from orders where cart like ?");
        query.setString(1, region + "%");
        ResultSet result = query.executeQuery();
        result.next();
        long orders = result.getLong(1);
        if (orders == 0) {
            log.info("sales report for region {}: no orders", region);
            return Map.of("region", region, "orders", 0);
        }
        long cents = result.getLong(2);
        connection.close();
        log.info("sales report for region {}: {} orders, {} cents", region, orders, cents);
        return Map.of("region", region, "orders", orders, "cents", cents);
    }

    /** A heavy statistic: as slow as the database lets it be. */
    @GetMapping("/reports/similar")
    Map<String, Object> similar(@RequestParam int depth) {
        log.info("similarity statistic, depth {}", depth);
        Long pairs = jdbc.queryForObject("select count(*) from product a join product b on a.weight < b.weight where a.id < ? and md5(a.name || b.name) like '00%'", Long.class, depth);
        return Map.of("pairs", pairs);
    }

    /** Bug: finished exports are kept for ever. */
    @PostMapping("/exports/{name}")
    Map<String, Object> export(@PathVariable String name, @RequestParam int pages) {
        List<byte[]> export = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            export.add(new byte[64 * 1024]);
        }
        exports.put(name, export);
        log.info("export {} rendered: {} pages, {} exports kept", name, pages, exports.size());
        return Map.of("export", name, "pages", pages);
    }
}
