package io.github.headroom4j.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Deletes the longest unused rows, some at a time, so that no transaction is long. Thread-safe. */
final class JdbcRetention {

    /** Rows that one transaction deletes: some milliseconds, and few locks. */
    private static final int BATCH_ROWS = 1_000;

    private static final String OLDEST = ", scope, short_ref, used_at, stored_bytes from headroom_original"
            + " order by used_at, scope, short_ref fetch first " + BATCH_ROWS + " rows only";

    private static final String OLDEST_ALONE = "select 0" + OLDEST;

    /** In one statement, since two see different tables if another process deletes between them. */
    private static final String OLDEST_AND_SUM = "select (select sum(stored_bytes) from headroom_original)" + OLDEST;

    /** Not if it was used in the meantime. */
    private static final String DELETE =
            "delete from headroom_original where scope = ? and short_ref = ? and used_at = ?";

    private record OldRow(String scope, String shortRef, OffsetDateTime usedAt, long bytes) {}

    /** The bytes of all rows, if they were asked for, and some rows. */
    private record Oldest(long allBytes, List<OldRow> rows) {}

    private final JdbcSession session;

    JdbcRetention(JdbcSession session) {
        this.session = session;
    }

    RetentionReport olderThan(Instant limit) throws SQLException {
        return inBatches(connection -> oldest(connection, OLDEST_ALONE).rows.stream()
                .filter(row -> row.usedAt.toInstant().isBefore(limit))
                .toList());
    }

    /** Sums up anew for each batch, so that two processes which do this at once do not both delete the whole excess. */
    RetentionReport atMostBytes(long bytes) throws SQLException {
        return inBatches(connection -> {
            Oldest oldest = oldest(connection, OLDEST_AND_SUM);
            return first(oldest.rows, oldest.allBytes - bytes);
        });
    }

    /** Until nothing is left, or somebody else was faster with all of a batch and goes on. */
    private RetentionReport inBatches(JdbcSession.Work<List<OldRow>> batch) throws SQLException {
        RetentionReport all = new RetentionReport(0, 0);
        while (true) {
            RetentionReport deleted = session.transaction(connection -> delete(connection, batch.on(connection)));
            if (deleted.count() == 0) {
                return all;
            }
            all = all.plus(deleted);
        }
    }

    /** So many that they have the bytes. */
    private static List<OldRow> first(List<OldRow> rows, long bytes) {
        List<OldRow> some = new ArrayList<>();
        long left = bytes;
        for (OldRow row : rows) {
            if (left <= 0) {
                break;
            }
            some.add(row);
            left -= row.bytes;
        }
        return some;
    }

    private static Oldest oldest(Connection connection, String sql) throws SQLException {
        long allBytes = 0;
        List<OldRow> oldest = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                allBytes = rows.getLong(1);
                oldest.add(new OldRow(
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class),
                        rows.getLong(5)));
            }
        }
        return new Oldest(allBytes, oldest);
    }

    private static RetentionReport delete(Connection connection, List<OldRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new RetentionReport(0, 0);
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (OldRow row : rows) {
                delete.setString(1, row.scope);
                delete.setString(2, row.shortRef);
                delete.setObject(3, row.usedAt);
                delete.addBatch();
            }
            return report(rows, delete.executeBatch());
        }
    }

    private static RetentionReport report(List<OldRow> rows, int[] deleted) {
        RetentionReport report = new RetentionReport(0, 0);
        for (int i = 0; i < deleted.length; i++) {
            boolean gone = deleted[i] > 0 || deleted[i] == Statement.SUCCESS_NO_INFO;
            report = gone ? report.plus(new RetentionReport(1, rows.get(i).bytes)) : report;
        }
        return report;
    }
}
