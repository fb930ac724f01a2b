package io.github.headroom4j.compressor.prose;

/** Prose of our own, as files, wrapped mails and web pages have it. */
final class ProseSamples {

    private ProseSamples() {}

    /** One line per paragraph, titles between. */
    static String paragraphs() {
        return """
                The lighthouse of Kap Arnau

                Planning and building

                The lighthouse of Kap Arnau was planned in 1868, after three ships had been lost within a single winter. The first drawings came from Dr. H. Lindqvist, who had built two smaller towers further south. However, the council rejected them because the foundation would not have stood on the soft rock. A second plan by the engineer Marta Oyelaran was accepted in 1871. It moved the tower forty metres inland. Work began in the spring and went on for almost four years, with long pauses whenever the storms came.

                The tower is 42.5 metres high and built of granite from the quarry at Tolm. Its walls are three metres thick at the ground. No mortar was used in the lowest nine courses; the stones hold each other by their weight. A stair of 199 steps leads to the lamp.

                The light

                The first lamp burned oil and was lit on 3 November 1875. It could be seen from eighteen nautical miles. In 1921 the oil lamp was replaced by an electric arc lamp, and the range grew to twenty-six miles. The keepers did not trust the new lamp and kept the old one ready for another decade. Visitors can see the old lamp in the museum at the foot of the tower today.

                The keepers

                Life at the cape was quiet and repetitive. The keepers had to climb the stair several times a night. They wrote everything down in a journal that is still kept in the archive. The last keeper, Ines Falk, left the tower in 1984 when the light was automated. She said that "a light without a person is only a lamp". The tower is inspected twice a year now.
                """;
    }

    /** Wrapped at 60 characters, with a block that is no prose. */
    static String wrapped() {
        return """
                Dear all,

                the migration of the billing database is planned for
                Saturday night. We stop the writers at 22:00 and expect to
                be back before 01:30. During that time invoices are queued
                and not lost. Nothing has to be done by your teams.

                The order is the following. First the replicas are detached
                and checked. Then the primary is upgraded to version 15.4
                and the schema changes are applied. This takes most of the
                time, since the ledger table has 1.2 billion rows. Finally
                the replicas are built anew from a fresh backup.

                  host            role      version
                  db-bill-01      primary   13.9
                  db-bill-02      replica   13.9

                If the upgrade fails we go back to the old primary, which
                is left untouched until Monday. That decision is taken by
                the person on duty, who is Renée Okafor this week. Please
                do not restart any service on your own in that case. We
                will send an update every thirty minutes.

                Kind regards
                """;
    }

    /** Two paragraphs that say the same, but for a number in one sentence and a denial in another. */
    static String repeating() {
        String one = "The pump in hall three was serviced by the night crew and all seals were replaced with new ones. "
                + "Its pressure stood at 4.1 bar when the crew had left the hall in the morning. "
                + "The operator in charge was told about the remaining vibration of the shaft. "
                + "Work on the second pump will begin as soon as the spare parts have arrived.";
        return one + "\n\n" + one.replace("4.1 bar", "4.7 bar").replace("was told", "was not told") + "\n";
    }
}
