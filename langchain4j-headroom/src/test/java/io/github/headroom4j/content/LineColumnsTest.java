package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineColumnsTest {

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @ParameterizedTest
    @ValueSource(strings = {"""
                Filesystem      Size  Used Avail Use% Mounted on
                /dev/vda1        50G   31G   17G  66% /
                tmpfs           3.9G     0  3.9G   0% /dev/shm
                /dev/vdb        200G  180G   10G  95% /var/lib/data
                tmpfs           790M  1.1M  789M   1% /run
                """, """
                NAME        READY   STATUS             RESTARTS   AGE
                api-1       1/1     Running            0          3d
                api-2       0/1     CrashLoopBackOff   12         3d
                cache-0     1/1     Running            0          40d
                db-0        1/1     Running            1          40d
                """, """
                Package         Version
                --------------- -------
                attrs           23.2.0
                certifi         2024.2.2
                idna            3.6
                requests        2.31.0
                """, """
                top - 10:00:00 up 3 days,  2 users,  load average: 0.10, 0.20, 0.30
                Tasks: 120 total,   1 running, 119 sleeping

                  PID USER      PR  NI    VIRT    RES S  %CPU COMMAND
                    1 root      20   0  168000  12000 S   0.0 systemd
                   22 root      20   0       0      0 I   0.0 kworker/0:1
                 4711 postgres  20   0  220000  30000 S   1.0 postgres
                  812 www       20   0   55000   5000 S   0.1 nginx
                """})
    void should_recognise_listings(String text) {
        assertThat(type(text)).isEqualTo(ContentType.TEXT_TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%d %d/lib/a%d.jar\n",
                "d41d8cd98f00b204e980%04d  ./lib/b%d/c%d.txt\n",
                " src/a/File%d.java | %d +++%d\n",
                "abc%d0 Mend what %d people saw, and more of it, %d times\n"
            })
    void should_recognise_lists_without_titles(String row) {
        String text = IntStream.range(0, 30)
                .mapToObj(i -> String.format(Locale.ROOT, row, i * 7 % 11, i, i))
                .collect(Collectors.joining());

        assertThat(type(text)).isEqualTo(ContentType.TEXT_TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                There were 12 men
                and 4 more came.
                Nobody knew why 7 of
                them stayed, but 3
                left at dawn for 2 towns
                that nobody had seen
                in 30 years or more.
                The rest of the 5
                families slept.
                Then came rain,
                """,
                "The quick brown fox\njumps over the lazy\ndog and then goes\nhome to sleep all\nday long in a bed\n",
                "Options\n  -a   show all of them\n  -b   show before\n  -c   count lines\n  -d   show dates\n",
                """
                static void main
                    call one
                    call two
                    call three
                    call four
                """,
                """
                10:00:00 INFO  main started
                10:00:01 INFO  main ready
                10:00:02 WARN  main slow
                10:00:03 INFO  main done
                10:00:04 INFO  main again
                """,
                """
                roses are red and
                violets are blue and
                sugar is sweet and
                so are you but
                who would know it
                """
            })
    void should_not_take_other_texts_for_them(String text) {
        assertThat(type(text)).isNotEqualTo(ContentType.TEXT_TABLE);
    }

    @Test
    void should_join_titles_of_two_words_when_values_reach_over_both() {
        LineColumns columns = LineColumns.under(
                        "CONTAINER ID   IMAGE   SIZE",
                        List.of(
                                "0123456789ab   nginx   12M",
                                "1123456789ab   redis    3M",
                                "2123456789ab   app    120M",
                                "3123456789ab   db      40M"))
                .orElseThrow();

        assertThat(columns.titles()).containsExactly("CONTAINER ID", "IMAGE", "SIZE");
        assertThat(columns.cells("2123456789ab   app    120M")).contains(List.of("2123456789ab", "app", "120M"));
        assertThat(columns.cells("2123456789abcdefghi 120M")).isEmpty();
    }

    private ContentType type(String text) {
        return detector.detect(text).orElseThrow().type();
    }
}
