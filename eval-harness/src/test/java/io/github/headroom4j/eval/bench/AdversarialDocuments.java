package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.UnlikeWords.until;

/** Adversarial texts that are read as a whole: code, pages, prose, and kinds within each other. */
final class AdversarialDocuments {

    private AdversarialDocuments() {}

    static void addTo(AdversarialTexts texts) {
        addCode(texts);
        addPages(texts);
        addProse(texts);
        addMixed(texts);
    }

    private static void addCode(AdversarialTexts texts) {
        texts.within("java: methods all unlike", "package a;\n\nclass A {\n…}\n", "", AdversarialDocuments::method);
        texts.text(
                "java: one nest of braces",
                chars -> "class A {\n void f() {\n" + "if (x) {\n".repeat(chars / 11) + "}\n".repeat(chars / 11)
                        + "}\n}\n");
        texts.within("java: one expression", "class A {\n  int a = … + 1;\n}\n", " + ", (w, i) -> w.word());
        texts.within(
                "java: one array",
                "class A {\n  String[] a = {\n…\n  };\n}\n",
                ",\n",
                (w, i) -> "    \"" + w.word() + "\"");
        texts.within(
                "java: one comment",
                "class A {\n  /*\n…\n   */\n  int a;\n}\n",
                "\n",
                (w, i) -> "   * " + w.sentence());
        texts.lines("java: not closed", (w, i) -> "class " + w.word() + " {\n  void " + w.word() + "() {");
        texts.lines(
                "code: Python",
                (w, i) -> "def " + w.word() + i + "(a, b=" + i + "):\n    x = " + w.word() + "(a)\n    return x + " + i
                        + "\n");
        texts.text("code: Python, ever deeper", chars -> until(chars, i -> " ".repeat(i % 900) + "if a" + i + ":\n"));
        texts.text(
                "code: Python, an import behind blanks",
                chars -> "def a():\n    pass\n\n" + " ".repeat(chars / 2) + "import "
                        + until(chars / 2, i -> "a" + i + ", "));
        texts.lines(
                "code: Go",
                (w, i) -> "func " + w.word() + i + "(a int) error {\n\tif a > " + i + " {\n\t\treturn " + w.word()
                        + "(a)\n\t}\n\treturn nil\n}\n");
        texts.lines(
                "code: TypeScript",
                (w, i) -> "export function " + w.word() + i + "(a: number): string {\n  const b = `${a}" + w.word()
                        + "`;\n  return b;\n}\n");
        texts.joined(
                "code: minified in one line",
                "",
                (w, i) -> "function " + w.word() + "(a,b){return a." + w.word() + "(b)||{c:" + i + "}};");
        texts.lines(
                "code: quotes not closed", (w, i) -> "x" + i + " = \"" + w.word() + " '" + w.word() + " `" + w.word());
        texts.lines(
                "yaml: keys all unlike",
                (w, i) -> "  ".repeat(i % 9) + w.word() + i + ":" + (i % 9 == 8 ? " " + w.word() : ""));
        texts.lines("properties: keys all unlike", (w, i) -> w.word() + "." + w.word() + "." + i + "=" + w.words(3));
    }

    private static void addPages(AdversarialTexts texts) {
        texts.within(
                "html: paragraphs all unlike",
                "<html><body>…</body></html>",
                "\n",
                (w, i) -> "<p>" + w.sentence() + "</p>");
        texts.within(
                "html: links",
                "<html><body>…</body></html>",
                " ",
                (w, i) -> "<a href=\"/" + w.word() + "?q=" + i + "\">" + w.word() + "</a>");
        texts.within(
                "html: one table",
                "<html><body><table>…</table></body></html>",
                "",
                (w, i) -> "<tr><td>" + i + "</td><td>" + w.word() + "</td></tr>");
        texts.within(
                "html: attributes",
                "<html><body>…</body></html>",
                "",
                (w, i) -> "<i " + w.word() + i + "=\"" + w.word() + "\" class=a>x</i>");
        texts.within(
                "html: one script",
                "<html><body><script>…</script><p>a</p></body></html>",
                ";",
                (w, i) -> "var " + w.word() + "=" + i);
        texts.within(
                "html: entities",
                "<html><body><p>…</p></body></html>",
                "",
                (w, i) -> "&lt;&#" + i % 9_000 + ";&amp;" + w.word());
        texts.text("html: paragraphs never closed", chars -> "<html><body>" + "<p>a".repeat(chars / 4));
        texts.text(
                "html: 200 deep",
                chars -> "<html><body>" + ("<div>".repeat(200) + "a" + "</div>".repeat(200)).repeat(1 + chars / 2_201)
                        + "</body></html>");
        texts.text("html: formatting never closed", chars -> "<html><body>" + "<b><i><u>a<p>".repeat(chars / 13));
        texts.text(
                "html: tables in tables",
                chars -> "<html><body>" + ("<table><tr><td>".repeat(30) + "a").repeat(1 + chars / 451));
        texts.lines(
                "markdown: sections all unlike", (w, i) -> i % 10 == 0 ? "\n## " + w.words(3) + "\n" : w.sentence());
        texts.lines("markdown: headings alone", (w, i) -> "#".repeat(1 + i % 6) + " " + w.words(3));
        texts.lines("markdown: lists ever deeper", (w, i) -> "  ".repeat(i % 60) + "- " + w.sentence());
        texts.text("markdown: links never closed", chars -> "# A\n\n" + "[a](".repeat(chars / 4));
        texts.text("markdown: emphasis never closed", chars -> "# A\n\n" + "*a **b _c `".repeat(chars / 11));
        texts.text(
                "markdown: quotes in quotes", chars -> "# A\n\n" + ("> ".repeat(200) + "a\n").repeat(1 + chars / 402));
        texts.lines(
                "markdown: fences",
                (w, i) -> "## " + w.word() + "\n\n```json\n[" + AdversarialRecords.row(w, i) + ","
                        + AdversarialRecords.row(w, i) + "]\n```\n\n" + w.sentence());
    }

    private static void addProse(AdversarialTexts texts) {
        texts.lines(
                "prose: sentences all unlike", (w, i) -> w.sentence() + " " + w.sentence() + (i % 5 == 0 ? "\n" : ""));
        texts.joined("prose: one paragraph", " ", (w, i) -> w.sentence());
        texts.joined("prose: one sentence", " ", (w, i) -> w.word());
        texts.joined(
                "prose: nearly the same",
                "\n\n",
                (w, i) -> "The service answers within " + i % 37 + " seconds unless " + w.word() + " is " + w.word()
                        + ". It is then sent again, e.g. by Dr. No.");
        texts.joined("prose: abbreviations", " ", (w, i) -> w.word() + " e.g. i.e. Dr. U.S. No. " + i);
        texts.joined(
                "prose: without blanks",
                "",
                (w, i) -> Character.toString(0x4E00 + w.number(5_000)) + (i % 40 == 39 ? "。" : ""));
        texts.text("prose: one word", chars -> "x".repeat(chars));
        texts.text("prose: blanks", chars -> "a" + " ".repeat(chars));
        texts.text("prose: line feeds", chars -> "a" + "\n".repeat(chars) + "b");
        texts.joined("prose: characters beyond Latin-1", "", (w, i) -> Character.toString(w.number(0xD000) + 1));
        texts.text("prose: combining marks", chars -> "e" + "\u0301".repeat(chars));
    }

    private static void addMixed(AdversarialTexts texts) {
        texts.lines(
                "mixed: JSON in prose",
                (w, i) -> w.sentence() + "\n[" + AdversarialRecords.row(w, i) + ",\n" + AdversarialRecords.row(w, i)
                        + "]\n");
        texts.lines("mixed: JSON never closed in prose", (w, i) -> w.sentence() + "\n{\"a\":[" + i + ",\n");
        texts.text(
                "mixed: marker at the end",
                chars -> "The end of it is told. ".repeat(chars / 24)
                        + "\n[headroom_retrieve ref=0123456789ab for all 9 lines]");
        texts.lines("mixed: markers alone", (w, i) -> "[headroom_retrieve ref=0123456789ab for all " + i + " lines]");
        texts.joined("mixed: random characters", "", (w, i) -> Character.toString(1 + w.number(0xFF)));
    }

    private static String method(UnlikeWords w, int i) {
        return "  /** Does it. */\n  int m" + i + "(int a) {\n    int b = a;\n"
                + ("    b += " + w.word() + "(a + b);\n").repeat(6) + "    return b;\n  }\n";
    }
}
