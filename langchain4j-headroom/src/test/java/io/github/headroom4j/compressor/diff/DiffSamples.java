package io.github.headroom4j.compressor.diff;

/** Diffs written for these tests, in the forms that tools print. */
final class DiffSamples {

    private DiffSamples() {}

    /** A commit as {@code git show} prints it: an edited class, a new file, a lockfile, a rename. */
    static String commit() {
        return """
                commit 1f0c7e5d2b9a4c83e6f1a7d05b3c9e8f2a6d4b17
                Author: Ada <ada@example.org>
                Date:   Mon Mar 2 10:00:00 2026 +0000

                    Count refunds once

                diff --git a/src/main/java/shop/Ledger.java b/src/main/java/shop/Ledger.java
                index 8cf030d9..0338732f 100644
                --- a/src/main/java/shop/Ledger.java
                +++ b/src/main/java/shop/Ledger.java
                @@ -1,8 +1,9 @@
                 package shop;
                \s
                 import java.util.List;
                +import java.util.Set;
                \s
                 /** Books what was paid. */
                 public final class Ledger {
                -    private int refunds;
                +    private final Set<String> refunds;
                \s
                @@ -40,11 +41,13 @@ public final class Ledger {
                \s
                     /** Pays back. */
                     void refund(Order order) {
                         String id = order.id();
                -        refunds++;
                +        if (!refunds.add(id)) {
                +            return;
                +        }
                         send(order.total());
                     }
                \s
                     private void send(long cents) {
                -        bank.pay(cents);
                +        bank.pay(cents, clock);
                     }
                diff --git a/src/test/java/shop/LedgerTest.java b/src/test/java/shop/LedgerTest.java
                new file mode 100644
                index 00000000..5d1c2b3a
                --- /dev/null
                +++ b/src/test/java/shop/LedgerTest.java
                @@ -0,0 +1,3 @@
                +class LedgerTest {
                +    // order-4711 was refunded twice
                +}
                diff --git a/web/package-lock.json b/web/package-lock.json
                index 11111111..22222222 100644
                --- a/web/package-lock.json
                +++ b/web/package-lock.json
                @@ -10,7 +10,7 @@
                     "node_modules/left-pad": {
                -      "version": "1.2.0",
                +      "version": "1.3.0",
                       "license": "WTFPL",
                       "engines": {
                         "node": ">=4"
                       }
                     },
                diff --git a/docs/Refunds.md b/docs/refunds.md
                similarity index 100%
                rename from docs/Refunds.md
                rename to docs/refunds.md
                """;
    }

    /** A merge whose conflict was solved by hand. */
    static String merge() {
        return """
                diff --cc src/Stems.java
                index 039cc37,3a84d53..f8eb505
                --- a/src/Stems.java
                +++ b/src/Stems.java
                @@@ -7,6 -7,6 +7,6 @@@ final class Stems
                  final class Stems {
                 \s
                -     private static final int MIN = 2;
                 -    private static final int MIN = 4;
                ++    private static final int MIN = 3;
                 \s
                      private Stems() {}
                  }
                """;
    }

    /** What {@code diff -ru} prints, with lines that look like headers and none at the end of a file. */
    static String plain() {
        return """
                diff -ru old/notes.sql new/notes.sql
                --- old/notes.sql\t2026-03-01 10:00:00.000000000 +0000
                +++ new/notes.sql\t2026-03-02 10:00:00.000000000 +0000
                @@ -1,4 +1,3 @@
                 select 1;
                --- the old remark
                -drop table a;
                +++ counter;
                 -- the end
                \\ No newline at end of file
                Only in new: extra.sql
                """;
    }

    static String subversion() {
        return """
                Index: trunk/Main.c
                ===================================================================
                --- trunk/Main.c\t(revision 12)
                +++ trunk/Main.c\t(working copy)
                @@ -3,5 +3,5 @@ int main(void)
                 {
                   int i;
                -  i = 1;
                +  i = 2;
                   return i;
                 }
                """;
    }

    /** A patch of the mail kind, with a binary file and a mode. */
    static String mail() {
        return """
                From 1f0c7e5d2b9a4c83e6f1a7d05b3c9e8f2a6d4b17 Mon Sep 17 00:00:00 2001
                From: Ada <ada@example.org>
                Subject: [PATCH] Draw the icon

                ---
                 icon.png | Bin 0 -> 10 bytes
                 run.sh   | 0
                 draw.js  | 2 +-
                 3 files changed, 1 insertion(+), 1 deletion(-)

                diff --git a/icon.png b/icon.png
                new file mode 100644
                index 0000000000000000000000000000000000000000..4b825dc642cb6eb9a060e54bf8d69288fbee4904
                GIT binary patch
                literal 10
                RcmZQzfPi{p1qKEtW(NQb00961

                literal 0
                HcmV?d00001

                diff --git a/run.sh b/run.sh
                old mode 100644
                new mode 100755
                diff --git a/draw.js b/draw.js
                index 1234567..89abcde 100755
                --- a/draw.js
                +++ b/draw.js
                @@ -1 +1 @@
                -draw(1)
                +draw(2)
                --\s
                2.39.5

                """;
    }
}
