package io.github.headroom4j.eval.workload.codesearch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Cuts code and English into search terms: identifiers whole and in their camel-case and snake-case parts, lower-cased,
 * without English stop words, reduced by Porter's stemmer. Thread-safe, as every Lucene analyzer.
 */
public final class CodeWords extends Analyzer {

    private static final int IDENTIFIER_PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
            | WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer identifiers = CharTokenizer.fromTokenCharPredicate(Character::isJavaIdentifierPart);
        TokenStream parts = new WordDelimiterGraphFilter(identifiers, IDENTIFIER_PARTS, null);
        TokenStream lower = new LowerCaseFilter(parts);
        TokenStream words = new StopFilter(lower, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(identifiers, new PorterStemFilter(words));
    }

    /**
     * The terms of a text.
     *
     * @param text code or English
     * @return terms in order, with repetitions
     */
    public List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string failed", e);
        }
        return terms;
    }
}
