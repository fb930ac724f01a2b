package io.github.headroom4j.memory;

import io.github.headroom4j.memory.OriginalTable.Held;
import io.github.headroom4j.memory.OriginalTable.NewRow;
import io.github.headroom4j.memory.OriginalTable.Row;
import io.github.headroom4j.original.OriginalId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps and reads rows, and notes their use. Thread-safe. */
final class JdbcOriginals {

    /** How long a row's time of use is good enough. Twice that is what it may lag behind, since renewals pause too. */
    static final Duration TOUCH_PAUSE = Retention.MIN_AGE.dividedBy(2);

    private final JdbcSession session;
    private final OriginalTexts texts;
    private final InstantSource clock;

    JdbcOriginals(JdbcSession session, OriginalTexts texts, InstantSource clock) {
        this.session = session;
        this.texts = texts;
        this.clock = clock;
    }

    Optional<Row> select(String key, String ref) throws SQLException {
        return session.run(
                connection -> OriginalTable.select(connection, key, ref.substring(0, OriginalId.SHORT_LENGTH)));
    }

    void touchIfStale(String key, Row row) throws SQLException {
        if (isStale(row.usedAt())) {
            touch(key, Set.of(new OriginalId(row.kept().sha256())));
        }
    }

    /** Keeps those that are not held yet, all or none. */
    void keep(String key, Map<OriginalId, String> identified) throws SQLException {
        Set<OriginalId> absent = identified.isEmpty() ? Set.of() : absent(key, identified.keySet());
        while (!absent.isEmpty()) {
            List<NewRow> newRows = encoded(key, identified, absent);
            try {
                insert(key, newRows);
                return;
            } catch (SQLException e) {
                // Others may have been faster with some. Asking beats knowing each database's codes for that.
                Set<OriginalId> still = absentDespite(e, key, absent);
                if (still.size() == absent.size()) {
                    throw e;
                }
                absent = still;
            }
        }
    }

    private void insert(String key, List<NewRow> newRows) throws SQLException {
        JdbcSession.Work<Integer> work = connection -> {
            OriginalTable.insert(connection, key, clock.instant(), newRows);
            return newRows.size();
        };
        // One row is all or none by itself, and without the round trip of a transaction.
        if (newRows.size() == 1) {
            session.run(work);
        } else {
            session.transaction(work);
        }
    }

    /** In the order of the keys, or two transactions with the same texts could wait for each other. */
    private List<NewRow> encoded(String key, Map<OriginalId, String> identified, Set<OriginalId> absent) {
        List<NewRow> encoded = new ArrayList<>(absent.size());
        identified.forEach((id, text) -> {
            if (absent.contains(id)) {
                encoded.add(new NewRow(id, texts.encode(key, id, text), text.length()));
            }
        });
        encoded.sort(Comparator.comparing(row -> row.id().shortForm()));
        return encoded;
    }

    /** Those that are not held yet; what is held is in use from now on. */
    private Set<OriginalId> absent(String key, Set<OriginalId> ids) throws SQLException {
        Map<String, Held> held = session.run(connection -> OriginalTable.held(connection, key, ids));
        Set<OriginalId> absent =
                ids.stream().filter(id -> !isHeld(held.get(id.shortForm()), id)).collect(Collectors.toSet());
        if (held.values().stream().anyMatch(one -> isStale(one.usedAt()))) {
            touch(key, ids);
        }
        return absent;
    }

    private Set<OriginalId> absentDespite(SQLException failure, String key, Set<OriginalId> ids) throws SQLException {
        try {
            return absent(key, ids);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static boolean isHeld(@Nullable Held held, OriginalId id) {
        return held != null && OriginalTexts.refuseOther(held.sha256(), id);
    }

    private boolean isStale(Instant usedAt) {
        return usedAt.isBefore(clock.instant().minus(TOUCH_PAUSE));
    }

    /** Notes the use of those whose time of use lies some while back. */
    void touch(String key, Collection<OriginalId> ids) throws SQLException {
        Instant now = clock.instant();
        session.transaction(connection -> {
            OriginalTable.touch(connection, key, now, now.minus(TOUCH_PAUSE), ids);
            return ids.size();
        });
    }
}
