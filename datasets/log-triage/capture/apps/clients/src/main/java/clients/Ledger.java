package clients;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves money on the primary database and answers balance questions from the standby. */
public final class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    public static void main(String[] args) {
        Support.startStats();
        int pace = Support.number("pace", 140);
        HikariDataSource primary = pool("primary", Support.setting("primary"), false);
        HikariDataSource standby = pool("standby", Support.setting("standby"), true);
        new Thread(() -> forever(pace, "transfer", () -> transfer(primary)), "teller-1").start();
        new Thread(() -> forever(pace * 2, "transfer", () -> transfer(primary)), "teller-2").start();
        new Thread(() -> forever(pace, "balance", () -> balance(standby)), "desk-1").start();
    }

    interface Task {
        void run() throws SQLException;
    }

    private static void forever(int pace, String what, Task task) {
        while (true) {
            long start = System.nanoTime();
            boolean ok = true;
            try {
                task.run();
            } catch (SQLException e) {
                ok = false;
                Support.failed(log, what + " failed", e);
            }
            Support.count(start, ok);
            Support.pause(pace);
        }
    }

    private static HikariDataSource pool(String name, String port, boolean readOnly) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/bank?connectTimeout=2&socketTimeout=8&ApplicationName=ledger-" + name);
        settings.setUsername("bank");
        settings.setPassword("bank-demo");
        settings.setReadOnly(readOnly);
        settings.setMaximumPoolSize(4);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(1500);
        settings.setValidationTimeout(1000);
        settings.setMaxLifetime(30000);
        return new HikariDataSource(settings);
    }

    private static void transfer(HikariDataSource primary) throws SQLException {
        int from = 1 + Support.random(500);
        int to = 1 + Support.random(500);
        int cents = 1 + Support.random(5000);
        long start = System.nanoTime();
        try (Connection connection = primary.getConnection()) {
            connection.setAutoCommit(false);
            try {
                change(connection, Math.min(from, to), from < to ? -cents : cents);
                change(connection, Math.max(from, to), from < to ? cents : -cents);
                try (PreparedStatement insert = connection.prepareStatement("insert into entry(source, target, cents) values (?, ?, ?)")) {
                    insert.setInt(1, from);
                    insert.setInt(2, to);
                    insert.setInt(3, cents);
                    insert.executeUpdate();
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
        log.info("transfer of {} cents from account {} to {} took {} ms", cents, from, to, (System.nanoTime() - start) / 1_000_000);
    }

    private static void change(Connection connection, int account, int cents) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update account set cents = cents + ? where id = ?")) {
            update.setInt(1, cents);
            update.setInt(2, account);
            update.executeUpdate();
        }
    }

    private static void balance(HikariDataSource standby) throws SQLException {
        int account = 1 + Support.random(520);
        try (Connection connection = standby.getConnection();
                PreparedStatement query = connection.prepareStatement("select cents from account where id = ?")) {
            query.setInt(1, account);
            ResultSet result = query.executeQuery();
            if (result.next()) {
                log.debug("balance of account {} is {}", account, result.getLong(1));
            } else {
                log.warn("balance of unknown account {} asked for", account);
            }
        }
    }
}
