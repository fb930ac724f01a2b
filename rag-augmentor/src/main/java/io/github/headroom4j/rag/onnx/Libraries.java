package io.github.headroom4j.rag.onnx;

/** Says which optional dependency is absent, in place of a class that can not be found. */
final class Libraries {

    private Libraries() {}

    static void require() {
        require("ai.onnxruntime.OrtSession", "com.microsoft.onnxruntime:onnxruntime");
        require("ai.djl.huggingface.tokenizers.HuggingFaceTokenizer", "ai.djl.huggingface:tokenizers");
    }

    private static void require(String type, String artifact) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "pruning models need " + artifact
                            + " on the class path, an optional dependency: add it to your build",
                    e);
        }
    }
}
