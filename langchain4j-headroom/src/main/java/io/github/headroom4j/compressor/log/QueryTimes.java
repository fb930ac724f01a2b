package io.github.headroom4j.compressor.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The times of day that a question names: "since about 21:59", "at 10:07:30". Two digits, a colon, two digits; what
 * follows is not needed.
 *
 * @param minutes of the day
 */
record QueryTimes(List<Integer> minutes) {

    /** People round: what happened some minutes before or after is meant too. */
    private static final int MINUTES_AROUND = 1;

    private static final int MINUTES_PER_DAY = 24 * 60;

    QueryTimes {
        minutes = List.copyOf(minutes);
    }

    static QueryTimes of(String query) {
        List<Integer> minutes = new ArrayList<>();
        for (int colon = query.indexOf(':'); colon >= 0; colon = query.indexOf(':', colon + 1)) {
            int hour = number(query, colon - 2);
            int minute = number(query, colon + 1);
            boolean starts = colon < 3
                    || (!Character.isLetterOrDigit(query.charAt(colon - 3)) && query.charAt(colon - 3) != ':');
            if (starts && hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
                minutes.add(hour * 60 + minute);
            }
        }
        return new QueryTimes(minutes);
    }

    boolean isPresent() {
        return !minutes.isEmpty();
    }

    boolean isNear(int secondsOfDay) {
        for (int minute : minutes) {
            int apart = Math.floorMod(secondsOfDay / 60 - minute + MINUTES_AROUND, MINUTES_PER_DAY);
            if (apart <= 2 * MINUTES_AROUND) {
                return true;
            }
        }
        return false;
    }

    private static int number(String text, int at) {
        boolean digits = at >= 0 && at + 2 <= text.length() && isDigit(text.charAt(at)) && isDigit(text.charAt(at + 1));
        return digits ? (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0' : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
