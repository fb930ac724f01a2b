package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements about the table of originals, each on a connection that it is given. Stateless. */
final class OriginalTable {

    /** How many short forms one statement asks for. Fewer are filled up, so that a database prepares few statements. */
    private static final int IN_LIST = 32;

    /** How many bytes of texts are handed to the driver before it sends them. */
    private static final int BATCH_BYTES = 8 << 20;

    private static final String INSERT = "insert into headroom_original"
            + " (scope, short_ref, sha256, content, text_length, used_at, stored_bytes) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select sha256, content, used_at from headroom_original where scope = ? and short_ref = ?";
    private static final String SELECT_HELD = "select short_ref, sha256, used_at from headroom_original"
            + " where scope = ? and short_ref in (?" + ", ?".repeat(IN_LIST - 1) + ")";
    private static final String TOUCH = "update headroom_original set used_at = ?"
            + " where scope = ? and used_at < ? and short_ref in (?" + ", ?".repeat(IN_LIST - 1) + ")";
    private static final String DELETE = "delete from headroom_original where scope = ?";
    private static final String STATS = "select count(*), coalesce(sum(stored_bytes), 0) from headroom_original";

    private OriginalTable() {}

    /** What is asked of a row without its text. */
    record Held(String sha256, Instant usedAt) {}

    /** A row that is to be written. */
    static final class NewRow {

        private final OriginalId id;
        private final byte[] content;
        private final int textLength;

        NewRow(OriginalId id, byte[] content, int textLength) {
            this.id = id;
            this.content = content;
            this.textLength = textLength;
        }

        OriginalId id() {
            return id;
        }
    }

    /** A row that was read. */
    record Row(OriginalTexts.Kept kept, Instant usedAt) {}

    /** By short form. */
    static Map<String, Held> held(Connection connection, String key, Collection<OriginalId> ids) throws SQLException {
        Map<String, Held> held = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT_HELD)) {
            for (List<String> some : lists(ids)) {
                query.setString(1, key);
                fill(query, 2, some);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        held.put(rows.getString(1), new Held(rows.getString(2), instant(rows, 3)));
                    }
                }
            }
        }
        return held;
    }

    static Optional<Row> select(Connection connection, String key, String shortRef) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setString(1, key);
            query.setString(2, shortRef);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Row(new OriginalTexts.Kept(rows.getString(1), rows.getBytes(2)), instant(rows, 3)))
                        : Optional.empty();
            }
        }
    }

    static void insert(Connection connection, String key, Instant now, List<NewRow> newRows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int bytes = 0;
            for (NewRow row : newRows) {
                insert.setString(1, key);
                insert.setString(2, row.id.shortForm());
                insert.setString(3, row.id.sha256());
                insert.setBytes(4, row.content);
                insert.setInt(5, row.textLength);
                insert.setObject(6, time(now));
                insert.setInt(7, row.content.length);
                insert.addBatch();
                bytes += row.content.length;
                if (bytes >= BATCH_BYTES) {
                    insert.executeBatch();
                    bytes = 0;
                }
            }
            insert.executeBatch();
        }
    }

    /** Sets the time of use of those rows that were last used before a time. */
    static void touch(Connection connection, String key, Instant now, Instant before, Collection<OriginalId> ids)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TOUCH)) {
            for (List<String> some : lists(ids)) {
                update.setObject(1, time(now));
                update.setString(2, key);
                update.setObject(3, time(before));
                fill(update, 4, some);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static int delete(Connection connection, String key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, key);
            return delete.executeUpdate();
        }
    }

    static OriginalStats stats(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STATS);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return new OriginalStats(rows.getLong(1), rows.getLong(2));
        }
    }

    /** As both databases keep it exactly. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** In the order of the short forms, in which all transactions touch rows, or two of them could wait for each other. */
    private static List<List<String>> lists(Collection<OriginalId> ids) {
        List<String> sorted =
                ids.stream().map(OriginalId::shortForm).sorted().distinct().toList();
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += IN_LIST) {
            lists.add(sorted.subList(i, Math.min(i + IN_LIST, sorted.size())));
        }
        return lists;
    }

    private static void fill(PreparedStatement statement, int first, List<String> some) throws SQLException {
        for (int i = 0; i < IN_LIST; i++) {
            statement.setString(first + i, some.get(Math.min(i, some.size() - 1)));
        }
    }
}
