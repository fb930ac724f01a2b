package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.metric.EvidenceCount;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.metric.Subject;
import io.github.headroom4j.eval.metric.Usage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class JUnitXmlTest {

    @Test
    void a_suite_per_workload_has_a_test_per_arm_and_check() throws SAXException {
        String xml = JUnitXml.text(Reports.of("toy", 25));
        assertValid(xml);
        assertThat(xml)
                .contains("<testsuite name=\"toy\" tests=\"8\" failures=\"1\" errors=\"0\" skipped=\"0\"")
                .contains("classname=\"toy.lossless\" name=\"F1 is non-inferior\" time=\"0\"></testcase>")
                .contains("classname=\"toy.headroom\" name=\"no evidence is lost\" time=\"0\"></testcase>")
                .contains(
                        "classname=\"toy.random\" name=\"the negative control is found worse\" time=\"0\"></testcase>")
                .contains("classname=\"toy.none-again\" name=\"the baseline once more scores exactly the same\"")
                // One case of 25 lost half its answer: the interval holds the margin, and that is not a pass.
                .contains("<failure message=\"inconclusive: F1 changed by -2.00 points [")
                .contains("the whole interval must lie above -2 points (25 cases in 25 clusters)");
    }

    @Test
    void too_few_cases_are_skipped_rather_than_passed() throws SAXException {
        String xml = JUnitXml.text(Reports.of("toy", 2));
        assertValid(xml);
        assertThat(xml).contains("<skipped message=\"too few: F1 changed by");
    }

    @Test
    void arms_that_fail_say_with_which_figures() throws SAXException {
        String xml = JUnitXml.text(spoilt());
        assertValid(xml);
        assertThat(xml)
                .contains("saved -10.0 % [-10.0, -10.0] of input tokens; the whole interval must lie above 0")
                .contains("25 pieces of evidence are neither visible nor to be fetched")
                .contains("F1 changed by 0.00 points [0.00, 0.00]; the whole interval must lie below 0")
                .contains("0 cases better, 0 worse, 25000 and 27500 tokens");
    }

    @Test
    void names_from_anywhere_do_not_break_the_file() throws SAXException {
        String xml = JUnitXml.text(Reports.of(Reports.HOSTILE, 25));
        assertValid(xml);
        assertThat(xml).doesNotContain("<script").doesNotContain("\u0000");
    }

    /** Every arm costs more, loses evidence, and the control does no harm. */
    private static Report spoilt() {
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Subject subject = new Subject("toy", "case-" + i, "cluster-" + i, "dev", "typical");
            for (String arm : List.of("none", "none-again", "random", "headroom")) {
                long tokens = arm.equals("none") ? 1_000 : 1_100;
                EvidenceCount evidence = new EvidenceCount(1, 0, arm.equals("none") ? 0 : 1);
                results.add(new CaseResult(subject, arm, new Score(1, 1, 1), new Usage(1, tokens, 0, 0), evidence));
            }
        }
        List<Report.ArmAbout> arms = List.of("none", "none-again", "random", "headroom").stream()
                .map(arm -> new Report.ArmAbout(arm, arm))
                .toList();
        return Report.of(
                new Report.Setup(Reports.PROTOCOL, List.of(new Report.Part("toy", 25, "0")), arms, ""), results);
    }

    private static void assertValid(String xml) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Validator validator =
                factory.newSchema(JUnitXmlTest.class.getResource("junit.xsd")).newValidator();
        assertThatCode(() -> validator.validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }
}
