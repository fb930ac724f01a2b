package io.github.headroom4j.eval.workload.codereview.mutation;

import java.util.Map;
import java.util.TreeMap;

/** A few files in which a defect of each category can be planted. */
final class SampleProject {

    static final String MAIN = "src/main/java/p/";
    static final String TEST = "src/test/java/p/";

    static final String BOX = """
            package p;

            public class Box extends Base {
                public static final String KEY = "box.color.name";
                private int count;
                private int size;
                private String name;
                private Object owner;
                private java.io.InputStream in = new java.io.ByteArrayInputStream(new byte[0]);
                private final java.util.concurrent.locks.Lock lock = Locks.make();

                public synchronized int count() {
                    return count;
                }

                public synchronized void add(int more) {
                    count += more;
                }

                public synchronized void less(int fewer) {
                    count -= fewer;
                }

                public void locked(Runnable one) {
                    lock.lock();
                    try {
                        one.run();
                        one.run();
                        one.run();
                    } finally {
                        lock.unlock();
                    }
                }

                public static int indexOf(String text, char c) {
                    if (text == null) {
                        return -1;
                    }
                    return text.indexOf(c);
                }

                public void copyFrom(Box other) {
                    this.size = other.size;
                    this.name = other.name;
                    this.owner = other.owner;
                }

                public void paint(String color, String frame) {
                    Painter.draw(color, frame);
                }

                @Override
                public void resize(int width) {
                    add(width);
                }

                public void close() throws java.io.IOException {
                    count();
                    in.close();
                }

                @Override
                public boolean equals(Object other) {
                    return other instanceof Box box && name.equals(box.name) && owner == box.owner;
                }

                @Override
                public int hashCode() {
                    return java.util.Objects.hash(name, owner);
                }

                long work(int[] values, String mode) {
                    long sum = 0;
                    for (int i = 0; i < values.length; i++) {
                        sum += (long) values.length * values[i];
                    }
                    if (owner != null) {
                        owner.notifyAll();
                    }
                    switch (mode) {
                        case "twice":
                            sum *= 2;
                            break;
                        default:
                            sum += 1;
                    }
                    try {
                        resize(3);
                    } catch (IllegalStateException e) {
                        throw new IllegalArgumentException(e);
                    }
                    return sum;
                }
            }
            """;
    static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            MAIN + "Box.java", BOX,
            MAIN + "Base.java", """
                    package p;

                    class Base {
                        public void resize(int width) {
                        }
                    }
                    """,
            MAIN + "Painter.java", """
                    package p;

                    class Painter {
                        // Draws "box.color.name".
                        static final String[] KEYS = {"box.color.name"};

                        static void draw(String color, String frame) {
                            System.out.println(color + frame);
                        }
                    }
                    """,
            TEST + "BoxTest.java", """
                    package p;

                    class BoxTest {
                        void finds_nothing_in_nothing() {
                            assertEquals(-1, Box.indexOf(null, 'c'));
                        }
                    }
                    """));

    private SampleProject() {}
}
