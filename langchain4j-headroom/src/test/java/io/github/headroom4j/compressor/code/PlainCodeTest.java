package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import net.jqwik.api.Example;

class PlainCodeTest {

    private static final CompressionContext CONTEXT = CompressionContext.of(String::length);

    @Example
    void should_leave_out_parameters_arguments_and_base_classes() {
        assertThat(plain(Notation.PYTHON, "class A(B, metaclass=C): x = f(1)(2)\n"))
                .isEqualTo("class A(              ): x = f( )(2)\n");
        assertThat(plain(Notation.SCRIPT, "let a = b(c, d(e), [f]).g(h);")).isEqualTo("let a = b(            ).g( );");
        assertThat(plain(Notation.GO, "func (a *A) b(c int) (d error)")).isEqualTo("func (a *A) b(     ) (d error)");
        assertThat(plain(Notation.RUST, "pub(crate) struct A(u32, B);")).isEqualTo("pub(crate) struct A(      );");
    }

    @Example
    void should_keep_lists_that_may_declare_something() {
        for (String code :
                new String[] {"on(a, (b) => c(d))", "f(a = [1], b)", "f(class { })", "if (a) b", "return (a)"}) {
            assertThat(plain(Notation.SCRIPT, code)).isEqualTo(code.replace("c(d)", "c( )"));
        }
        assertThat(plain(Notation.PYTHON, "def f(a=[1], *, b={}): ...")).isEqualTo("def f(              ): ...");
    }

    @Example
    void should_keep_the_lines_of_what_it_leaves_out() {
        assertThat(plain(Notation.PYTHON, "f(\n  a,\n  b\n)")).isEqualTo("f(\n    \n   \n)");
    }

    @Example
    void should_leave_out_imports_at_the_top_of_a_file() {
        assertThat(plain(Notation.PYTHON, "import a\nfrom b import (\n  c\n)\nfrom d \\\n  import e\nx = 1\n")
                        .strip())
                .isEqualTo("x = 1");
    }

    @Example
    void should_let_something_stand_for_an_import_where_a_statement_is_needed() {
        assertThat(plain(Notation.PYTHON, "if a:\n  import b\nc")).isEqualTo("if a:\n  (      )\nc");
        assertThat(plain(Notation.PYTHON, "import a; b = 1")).isEqualTo("(      ); b = 1");
        assertThat(plain(Notation.PYTHON, "try:\n  from a import b")).isEqualTo("try:\n  (             )");
    }

    @Example
    void should_keep_words_that_begin_no_import() {
        for (String code : new String[] {"raise a \\\nfrom b", "important = 1", "a = [\nfrom_ ]", "if a: import b"}) {
            assertThat(plain(Notation.PYTHON, code)).isEqualTo(code);
        }
        assertThat(plain(Notation.PYTHON, "def f():\n  import a\n  b\n")).isEqualTo("def f():\n  (       \n  )\n");
    }

    @Example
    void should_keep_lists_and_imports_of_a_text_with_a_stray_bracket() {
        assertThat(plain(Notation.PYTHON, "a)\nimport b\nc(d)")).isEqualTo("a \nimport b\nc(d)");
    }

    @Example
    void should_keep_all_behind_an_import_that_is_never_closed() {
        String code = "from a import (\n  b\ndef c(d):\n  e(f)\n";
        assertThat(plain(Notation.PYTHON, code)).isEqualTo(code + ")");
        assertThat(plain(Notation.PYTHON, "from a import b\nc(d")).isEqualTo("               \nc(d)");
    }

    @Example
    void should_have_lists_and_imports_where_all_is_wanted() {
        String code = "import a\nb(c)";
        assertThat(PlainCode.whole(code, Notation.PYTHON, CONTEXT).orElseThrow().code())
                .isEqualTo(code);
    }

    private static String plain(Notation notation, String code) {
        return PlainCode.of(code, notation, CONTEXT).orElseThrow().code();
    }
}
