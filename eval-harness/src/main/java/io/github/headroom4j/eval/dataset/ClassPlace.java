package io.github.headroom4j.eval.dataset;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where classes were loaded from. Asked of the class file, since a loader that changes classes as it loads them, as Maven's does
 * for {@code blockSystemExit}, gives them a code source without place. Stateless and thread-safe.
 */
public final class ClassPlace {

    private ClassPlace() {}

    /**
     * The jar or folder of a class.
     *
     * @param type the class
     * @return its jar, or the folder that its package begins in
     * @throws IllegalStateException if it is not in the file system
     */
    public static Path of(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String file = String.valueOf(type.getResource("/" + name));
        String place = file.substring(0, Math.max(0, file.length() - name.length()))
                .replaceFirst("^jar:", "")
                .replaceFirst("!/$", "");
        try {
            return Path.of(new URI(place));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException("the place of " + type.getName() + " is no path: " + file, e);
        }
    }
}
