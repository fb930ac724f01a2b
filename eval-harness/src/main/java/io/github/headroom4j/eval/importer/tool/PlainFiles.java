package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** The files below a folder. Links are not followed, so that nothing outside is read; hidden names are passed over. */
final class PlainFiles {

    /** More files than this, 10,000, are no sample. */
    static final int MAX_FILES = 10_000;

    private PlainFiles() {}

    /** Regular files in the order of their relative names. */
    static List<Path> below(Path folder, int depth) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, visitor(folder, files));
        } catch (IOException e) {
            throw new DatasetException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        files.sort(Comparator.comparing(file -> nameOf(folder, file)));
        return files;
    }

    /** The same on every system. */
    static String nameOf(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static SimpleFileVisitor<Path> visitor(Path folder, List<Path> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                return isHidden(one) && !one.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(one)) {
                    files.add(one);
                }
                if (files.size() > MAX_FILES) {
                    throw new DatasetException(folder + ": holds more than " + MAX_FILES + " files");
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private static boolean isHidden(Path one) {
        Path name = one.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
