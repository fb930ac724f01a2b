package io.github.headroom4j.memory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which originals {@link JdbcOriginalStore#retain} forgets: those that were unused for some time, or the longest unused ones
 * above some size, or both.
 *
 * <pre>{@code
 * store.retain(Retention.olderThan(Duration.ofDays(90)).andAtMostBytes(10L << 30));
 * }</pre>
 *
 * <p>An original is used when it is put, found, or {@linkplain JdbcOriginalStore#renew renewed} because its marker stands in
 * a history that is stored. Immutable.
 */
public final class Retention {

    /** The shortest age, since the time of use is kept to the hour. */
    public static final Duration MIN_AGE = Duration.ofHours(1);

    /** 100 years: what is longer is an error of units, and beyond what databases can subtract from now. */
    static final Duration MAX_AGE = Duration.ofDays(36_500);

    private final @Nullable Duration age;
    private final @Nullable Long bytes;

    private Retention(@Nullable Duration age, @Nullable Long bytes) {
        this.age = age;
        this.bytes = bytes;
    }

    /**
     * Forgets by age.
     *
     * @param age for how long an original was not used, from {@link #MIN_AGE} to 36,500 days; choose one that no conversation
     *     sleeps through
     * @return retention that forgets older ones
     * @throws IllegalArgumentException if the age is out of range
     */
    public static Retention olderThan(Duration age) {
        Objects.requireNonNull(age, "age");
        if (age.compareTo(MIN_AGE) < 0 || age.compareTo(MAX_AGE) > 0) {
            throw new IllegalArgumentException("age must be from " + MIN_AGE + " to " + MAX_AGE + ", but was " + age);
        }
        return new Retention(age, null);
    }

    /**
     * Forgets by size, the longest unused originals first, whatever their age: one that a model was shown a marker of a
     * moment ago may be among them if the bound is too low.
     *
     * @param bytes how many to keep at most, of texts as {@link OriginalStats#bytes} counts them; 0 keeps none
     * @return retention that forgets what is beyond
     * @throws IllegalArgumentException if {@code bytes} is negative
     */
    public static Retention atMostBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, but was " + bytes);
        }
        return new Retention(null, bytes);
    }

    /**
     * Forgets by size too, after what is too old.
     *
     * @param limit as in {@link #atMostBytes}
     * @return a copy with both bounds
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public Retention andAtMostBytes(long limit) {
        return new Retention(age, atMostBytes(limit).bytes);
    }

    Optional<Duration> age() {
        return Optional.ofNullable(age);
    }

    OptionalLong bytes() {
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @Override
    public String toString() {
        return "Retention[olderThan=" + age + ", atMostBytes=" + bytes + "]";
    }
}
