/** What kind of text is this? Detection of content types, and splitting of mixed content. */
@NullMarked
package io.github.headroom4j.content;

import org.jspecify.annotations.NullMarked;
