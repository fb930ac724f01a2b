package io.github.headroom4j.compressor.code;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the nodes of one tree-sitter grammar mean to an outline.
 *
 * @param languageClass the binding's class for the grammar
 * @param notation how the language writes comments and literals
 * @param types nodes of types, whose children are members
 * @param functions nodes of functions, whose bodies fold
 * @param values nodes of variables and constants, whose values fold if they are functions or large
 */
record Grammar(String languageClass, Notation notation, Set<String> types, Set<String> functions, Set<String> values) {

    /** What stands before a declaration and belongs to it. */
    private static final Set<String> ANNOTATIONS = Set.of("decorator", "attribute_item");

    /** What may stand around a declaration and belongs to it. */
    private static final Set<String> WRAPPERS = Set.of(
            "export_statement",
            "ambient_declaration",
            "decorated_definition",
            "lexical_declaration",
            "variable_declaration",
            "type_declaration",
            "var_declaration",
            "const_declaration");

    /** Functions without a name. */
    private static final Set<String> CLOSURES =
            Set.of("arrow_function", "function_expression", "generator_function", "func_literal");

    /** Nodes within which there is nothing to outline, whatever the grammar. */
    private static final Set<String> OPAQUE = Set.of(
            "import_statement",
            "import_from_statement",
            "use_declaration",
            "import_declaration",
            "parameters",
            "formal_parameters",
            "parameter_list",
            "type_parameters",
            "type_arguments",
            "decorator",
            "attribute_item",
            "string",
            "template_string",
            "token_tree",
            "macro_invocation",
            "struct_type",
            "interface_type");

    private static final Grammar PYTHON = new Grammar(
            "org.treesitter.TreeSitterPython",
            Notation.PYTHON,
            Set.of("class_definition"),
            Set.of("function_definition"),
            Set.of("assignment"));

    private static final Grammar JAVASCRIPT = new Grammar(
            "org.treesitter.TreeSitterJavascript",
            Notation.SCRIPT,
            Set.of("class_declaration", "class"),
            Set.of("function_declaration", "generator_function_declaration", "method_definition"),
            Set.of("variable_declarator", "assignment_expression", "pair", "field_definition"));

    private static final Grammar TYPESCRIPT = new Grammar(
            "org.treesitter.TreeSitterTypescript",
            Notation.SCRIPT,
            Set.of(
                    "class_declaration",
                    "abstract_class_declaration",
                    "class",
                    "interface_declaration",
                    "enum_declaration",
                    "internal_module",
                    "module"),
            Set.of(
                    "function_declaration",
                    "generator_function_declaration",
                    "method_definition",
                    "method_signature",
                    "function_signature",
                    "abstract_method_signature"),
            Set.of("variable_declarator", "assignment_expression", "pair", "public_field_definition"));

    private static final Grammar GO = new Grammar(
            "org.treesitter.TreeSitterGo",
            Notation.GO,
            Set.of("type_spec"),
            Set.of("function_declaration", "method_declaration"),
            Set.of("var_spec", "const_spec"));

    private static final Grammar RUST = new Grammar(
            "org.treesitter.TreeSitterRust",
            Notation.RUST,
            Set.of("impl_item", "trait_item", "mod_item", "struct_item", "enum_item", "union_item"),
            Set.of("function_item", "function_signature_item", "macro_definition"),
            Set.of("const_item", "static_item"));

    private static final Map<String, List<Grammar>> BY_LANGUAGE = Map.of(
            "python", List.of(PYTHON),
            "javascript", List.of(JAVASCRIPT, TYPESCRIPT),
            "typescript", List.of(TYPESCRIPT, JAVASCRIPT),
            "go", List.of(GO),
            "rust", List.of(RUST));

    /** Those that may read a language, by the name that detection gives to it; the likeliest first. */
    static List<Grammar> of(String language) {
        return BY_LANGUAGE.getOrDefault(language, List.of());
    }

    /** The languages that have a grammar. */
    static Set<String> languages() {
        return BY_LANGUAGE.keySet();
    }

    /** Whether blocks are made by indentation. */
    boolean indented() {
        return notation == Notation.PYTHON;
    }

    boolean isType(String node) {
        return types.contains(node);
    }

    boolean isFunction(String node) {
        return functions.contains(node);
    }

    boolean isValue(String node) {
        return values.contains(node);
    }

    static boolean isAnnotation(String node) {
        return ANNOTATIONS.contains(node);
    }

    static boolean isWrapper(String node) {
        return WRAPPERS.contains(node);
    }

    static boolean isClosure(String node) {
        return CLOSURES.contains(node);
    }

    static boolean isOpaque(String node) {
        return OPAQUE.contains(node);
    }
}
