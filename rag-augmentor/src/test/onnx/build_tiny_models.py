#!/usr/bin/env python3
"""Builds the tiny pruning models that the tests load, with their tokenizers.

    python -m venv venv && venv/bin/pip install onnx==1.23.2
    venv/bin/python build_tiny_models.py ../resources/onnx     # writes them
    venv/bin/python build_tiny_models.py --check ../resources/onnx

All weights are fixed here and mean something, so that tests can tell what a model must say. Nothing is trained and nothing
comes from elsewhere. The models have the inputs and outputs of real ones:

pair-wordpiece   like OpenProvence: question and text as a pair with token types; pruning_logits [batch, tokens, 2], and
                 ranking_logits beside them. A token is kept if a whole word of the question stands at most REACH tokens away.
pair-unigram     the same without token types (as ModernBERT), with a SentencePiece-like tokenizer: the question is what
                 stands before the first separator.
text-bpe         like Kompress: the text alone; final_scores [batch, tokens] in [0, 1]. Tokens that hold a whole word with a
                 digit or more than four letters are kept. The tokenizer is a byte-level BPE.
text-wordpiece   like LLMLingua-2: the text alone; logits [batch, tokens, 2]. Whole words are kept, stop words are dropped.
text-fixed       text-wordpiece as some exports are: one text of 64 tokens at once, neither more nor fewer.
reranker         no pruning model: one number for each pair; logits [batch, 1].
picture          no model of texts: pixel_values.
"""

import filecmp
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

REACH = 4  # tokens on each side of a word of the question that are kept with it
SURE = 4.0  # logit of what is kept; -SURE of what is dropped

PUNCTUATION = list(".,:;!?'\"()[]{}<>/\\-_=+*&%$#@~|^`")
LETTERS = [chr(c) for c in range(ord("a"), ord("z") + 1)]
DIGITS = [str(d) for d in range(10)]
SUFFIXES = ["ed", "ing", "er", "ers", "ly", "ment"]
STOP_WORDS = (
    "a an the of to in on at is are was were be been it its and or but not no what which who when where why how much many "
    "does do did for by with from as that this these those there then than they their will would may can all each every "
    "i you he she we has have had into out up down over after before about between most own very one first"
).split()
WORDS = (
    "pool default size connection connections idle minutes background thread option server memory metrics operators "
    "retries request requests client delay attempts second minute layer feature users cache answers heap entries hour "
    "thousand written company intern born studied storage group talks backups night full copy database building copies "
    "encrypted key customer restoring hours exercise spring lost logging line lines rotated midnight removed month "
    "personal data masked levels debug output harbour office opens seven morning ships radio fees length season winter "
    "northern quay closed pilot boat called gull maximal secret answer question river lighthouse keeper signal lamp"
).split()


def wordpiece():
    """Whole words of the question count from FIRST_WORD on; pieces, signs and stop words stand before."""
    vocab = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + PUNCTUATION
    vocab += LETTERS + ["##" + x for x in LETTERS] + DIGITS + ["##" + x for x in DIGITS] + ["##" + x for x in SUFFIXES]
    vocab += [w for w in STOP_WORDS if len(w) > 1]
    first_word = len(vocab)
    vocab += WORDS
    assert len(set(vocab)) == len(vocab)
    ids = {token: i for i, token in enumerate(vocab)}
    tokenizer = {
        "version": "1.0",
        # As published tokenizers have them; a loader must not let them cut or pad.
        "truncation": {"direction": "Right", "max_length": 32, "strategy": "LongestFirst", "stride": 0},
        "padding": {"strategy": {"Fixed": 32}, "direction": "Right", "pad_to_multiple_of": None, "pad_id": 0,
                    "pad_type_id": 0, "pad_token": "[PAD]"},
        "added_tokens": [added(i, t) for i, t in enumerate(vocab[:5])],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                       "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": pairs("[CLS]", ["[SEP]"], "[SEP]", ids),
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                  "max_input_chars_per_word": 100, "vocab": ids},
    }
    return tokenizer, ids, first_word


def unigram():
    """Pieces begin with the blank before them, as those of SentencePiece do."""
    vocab = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["\u2581", -6.0]]
    vocab += [[x, -7.0] for x in PUNCTUATION + LETTERS + [x.upper() for x in LETTERS] + DIGITS]
    vocab += [["\u2581" + w, -2.0] for w in STOP_WORDS]
    first_word = len(vocab)
    vocab += [["\u2581" + w, -2.0] for w in WORDS]
    ids = {piece: i for i, (piece, _) in enumerate(vocab)}
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [added(i, vocab[i][0]) for i in range(4)],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "post_processor": pairs("<s>", ["</s>", "</s>"], "</s>", ids),
        "decoder": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocab, "byte_fallback": False},
    }
    return tokenizer, ids, first_word


def byte_level():
    """A byte-level BPE: all 256 bytes, and merges that make the words of the list, each behind a blank."""
    printable = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    alphabet = {b: chr(b) for b in printable}
    for n, b in enumerate(b for b in range(256) if b not in printable):
        alphabet[b] = chr(256 + n)
    vocab = ["[CLS]", "[SEP]", "[PAD]", "[UNK]"] + [alphabet[b] for b in range(256)]
    merges = []
    for word in WORDS:
        piece = alphabet[ord(" ")]
        for letter in word:
            merge = [piece, letter]
            if merge not in merges:
                merges.append(merge)
            piece += letter
            if piece not in vocab:
                vocab.append(piece)
    ids = {token: i for i, token in enumerate(vocab)}
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [added(i, t) for i, t in enumerate(vocab[:4])],
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
        "post_processor": pairs("[CLS]", ["[SEP]"], "[SEP]", ids),
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {"type": "BPE", "dropout": None, "unk_token": "[UNK]", "continuing_subword_prefix": "",
                  "end_of_word_suffix": "", "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                  "vocab": ids, "merges": merges},
    }
    return tokenizer, ids


def added(i, token):
    return {"id": i, "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
            "special": True}


def pairs(opening, between, closing, ids):
    def special(token, kind):
        return {"SpecialToken": {"id": token, "type_id": kind}}

    first = {"Sequence": {"id": "A", "type_id": 0}}
    second = {"Sequence": {"id": "B", "type_id": 1}}
    return {
        "type": "TemplateProcessing",
        "single": [special(opening, 0), first, special(closing, 0)],
        "pair": [special(opening, 0), first] + [special(t, 0) for t in between] + [second, special(closing, 1)],
        "special_tokens": {t: {"id": t, "ids": [ids[t]], "tokens": [t]} for t in sorted({opening, closing, *between})},
    }


class Graph:
    """Nodes in order, each with one output named after it."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, name, kind, inputs, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def model(self, inputs, outputs, shape=("batch", "tokens")):
        graph = helper.make_graph(
            self.nodes,
            "tiny",
            [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, of_output) for name, of_output in outputs],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="build_tiny_models")
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


def pair_model(first_word, separator=None):
    """Keeps what is near a whole word of the question; by token types, or before the first separator."""
    g = Graph()
    g.constant("first_word", np.int64(first_word))
    g.constant("one", np.int64(1))
    if separator is None:
        g.node("in_question", "Not", [g.node("in_text", "Cast", ["token_type_ids"], to=TensorProto.BOOL)])
    else:
        g.constant("separator", np.int64(separator))
        g.constant("along", np.int64(1))
        g.node("is_separator", "Cast", [g.node("same_id", "Equal", ["input_ids", "separator"])], to=TensorProto.INT64)
        g.node("separators", "CumSum", ["is_separator", "along"])
        g.node("in_question", "Less", ["separators", "one"])
    g.node("is_word", "GreaterOrEqual", ["input_ids", "first_word"])
    g.node("is_real", "Cast", ["attention_mask"], to=TensorProto.BOOL)
    g.node("asked", "And", [g.node("asked_word", "And", ["in_question", "is_word"]), "is_real"])
    g.constant("nothing", np.int64(-1))
    g.node("asked_ids", "Where", ["asked", "input_ids", "nothing"])
    g.constant("axis_1", np.array([1], dtype=np.int64))
    g.constant("axis_2", np.array([2], dtype=np.int64))
    g.node("each", "Unsqueeze", ["input_ids", "axis_2"])
    g.node("with_each", "Unsqueeze", ["asked_ids", "axis_1"])
    g.node("equal", "Cast", [g.node("is_equal", "Equal", ["each", "with_each"])], to=TensorProto.FLOAT)
    g.node("found", "ReduceMax", ["equal"], axes=[2], keepdims=0)
    g.node("real", "Cast", ["attention_mask"], to=TensorProto.FLOAT)
    # Neither the question nor padding may reach into the text.
    g.node("text_only", "Cast", [g.node("is_text", "Not", ["in_question"])], to=TensorProto.FLOAT)
    g.node("hits", "Mul", [g.node("hits_in_text", "Mul", ["found", "text_only"]), "real"])
    g.node("rows", "Unsqueeze", ["hits", "axis_1"])
    g.node("spread", "MaxPool", ["rows"], kernel_shape=[2 * REACH + 1], pads=[REACH, REACH], strides=[1])
    g.node("near", "Squeeze", ["spread", "axis_1"])
    keep_or_drop(g, "near", "pruning_logits")
    g.node("ranking_logits", "ReduceMax", ["kept"], axes=[1], keepdims=1)
    inputs = ["input_ids", "attention_mask"] + (["token_type_ids"] if separator is None else [])
    return g.model(inputs, [("pruning_logits", ["batch", "tokens", 2]), ("ranking_logits", ["batch", 1])])


def keep_or_drop(g, zero_or_one, output):
    """Two logits a token: that it is dropped, that it is kept."""
    g.constant("twice", np.float32(2 * SURE))
    g.constant("sure", np.float32(SURE))
    g.constant("last", np.array([2], dtype=np.int64))
    g.node("kept", "Sub", [g.node("scaled", "Mul", [zero_or_one, "twice"]), "sure"])
    g.node("dropped", "Neg", ["kept"])
    g.node("keep_column", "Unsqueeze", ["kept", "last"])
    g.node("drop_column", "Unsqueeze", ["dropped", "last"])
    g.node(output, "Concat", ["drop_column", "keep_column"], axis=2)


def text_model(weights, output, shape=("batch", "tokens")):
    """Looks each token up: 1 is kept, 0 is dropped."""
    g = Graph()
    g.constant("weights", np.asarray(weights, dtype=np.float32))
    g.node("weight", "Gather", ["weights", "input_ids"])
    g.node("real", "Cast", ["attention_mask"], to=TensorProto.FLOAT)
    if output == "final_scores":
        g.node(output, "Mul", ["weight", "real"])
        return g.model(["input_ids", "attention_mask"], [(output, shape)], shape)
    g.node("real_weight", "Mul", ["weight", "real"])
    keep_or_drop(g, "real_weight", output)
    return g.model(["input_ids", "attention_mask"], [(output, [*shape, 2])], shape)


def no_pruning_model(name, output, shape):
    """Gives the mean of its input."""
    g = Graph()
    g.node("numbers", "Cast", [name], to=TensorProto.FLOAT)
    g.node(output, "ReduceMean", ["numbers"], axes=[1], keepdims=1)
    return g.model([name], [(output, shape)])


def weight(token):
    word = token.lstrip("\u0120#")
    return 0.9 if len(word) > 4 or any(c.isdigit() for c in word) else 0.05


def write(folder, name, tokenizer, model):
    to = Path(folder) / name
    to.mkdir(parents=True, exist_ok=True)
    text = json.dumps(tokenizer, ensure_ascii=True, separators=(",", ":"))
    (to / "tokenizer.json").write_text(text + "\n", encoding="ascii")
    (to / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))


def build(folder):
    tokenizer, ids, first_word = wordpiece()
    write(folder, "pair-wordpiece", tokenizer, pair_model(first_word))
    kept = [1.0 if i >= first_word else 0.0 for i in range(len(ids))]
    write(folder, "text-wordpiece", tokenizer, text_model(kept, "logits"))
    write(folder, "text-fixed", tokenizer, text_model(kept, "logits", (1, 64)))
    write(folder, "reranker", tokenizer, no_pruning_model("input_ids", "logits", ["batch", 1]))
    write(folder, "picture", tokenizer, no_pruning_model("pixel_values", "pruning_logits", ["batch", 1]))
    tokenizer, ids, first_word = unigram()
    write(folder, "pair-unigram", tokenizer, pair_model(first_word, ids["</s>"]))
    tokenizer, ids = byte_level()
    write(folder, "text-bpe", tokenizer, text_model([weight(t) for t in ids], "final_scores"))


def main():
    if sys.argv[1] != "--check":
        build(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as fresh:
        build(fresh)
        names = sorted(str(f.relative_to(fresh)) for f in Path(fresh).rglob("*") if f.is_file())
        _, differ, missing = filecmp.cmpfiles(fresh, sys.argv[2], names, shallow=False)
        if differ or missing:
            sys.exit(f"differ: {differ}, missing: {missing}")
        print(f"{len(names)} files are as built")


main()
