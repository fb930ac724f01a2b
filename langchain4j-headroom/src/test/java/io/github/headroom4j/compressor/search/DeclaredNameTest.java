package io.github.headroom4j.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "public final class ElementOrder<T> {                     | ElementOrder",
                "    public static <K, V> Map<K, V> index(List<V> all) {  | index",
                "private record Repeat(int words, int from) {}            | Repeat",
                "@Override public String[] names() {                      | names",
                "public abstract sealed interface Value permits Text {    | Value",
                "    async def fetch(self, url):                          | fetch",
                "func (r *Reader) Next() (*Row, error) {                  | Next",
                "pub(crate) fn left(fut: F1) -> Self {                    | left",
                "pub const fn max_len() -> usize {                        | max_len",
                "macro_rules! ready {                                     | ready",
                "export default async function load(path) {               | load",
                "  flags (depth = 1) {                                    | flags",
                "const report = (expl, chalk) => {                        | report",
                "#define KVM_TRC_HANDLER  (1 << 1)                        | KVM_TRC_HANDLER",
                "# define SO_DEBUG 1                                      | SO_DEBUG",
                "static inline struct page *page_of(void *at)             | page_of",
                "struct timeval {                                         | timeval",
                "enum class Colour : int {                                | Colour",
                "	public void require(int type) throws XmlException {     | require"
            })
    void should_find_the_name_that_a_line_declares(String line, String name) {
        assertThat(DeclaredName.in(line)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "        return index(all);",
                "throw new IllegalArgumentException(message);",
                "        index(all);",
                "import java.util.Map;",
                " * class of values (all of them)",
                "// void index(List all) {",
                "if (index(all)) {",
                "impl Reader for File {",
                "names.forEach(this::index);",
                "{",
                "#include <linux/types.h>",
                "    total += index(all);"
            })
    void should_find_no_name_in_a_use(String line) {
        assertThat(DeclaredName.in(line)).isEmpty();
    }
}
