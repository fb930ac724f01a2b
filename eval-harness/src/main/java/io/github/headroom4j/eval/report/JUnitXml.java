package io.github.headroom4j.eval.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The checks as JUnit's XML, which build servers show: one suite per workload, one test per arm and check. */
final class JUnitXml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private JUnitXml() throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String text(Report report) {
        try {
            JUnitXml xml = new JUnitXml();
            xml.write(report);
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a StringWriter takes all texts", e);
        }
    }

    private void write(Report report) throws XMLStreamException {
        List<Check> all = Check.of(report);
        out.writeStartDocument("UTF-8", "1.0");
        line(0);
        out.writeStartElement("testsuites");
        counts("headroom evaluation", all);
        for (Report.Part part : report.setup().parts()) {
            suite(
                    part.workload(),
                    all.stream()
                            .filter(check -> check.workload().equals(part.workload()))
                            .toList());
        }
        line(0);
        out.writeEndElement();
        out.writeEndDocument();
        out.flush();
        text.append('\n');
    }

    private void suite(String workload, List<Check> checks) throws XMLStreamException {
        line(1);
        out.writeStartElement("testsuite");
        counts(workload, checks);
        for (Check check : checks) {
            line(2);
            out.writeStartElement("testcase");
            out.writeAttribute("classname", XmlText.clean(check.workload() + "." + check.arm()));
            out.writeAttribute("name", XmlText.clean(check.name()));
            out.writeAttribute("time", "0");
            outcome(check);
            out.writeEndElement();
        }
        line(1);
        out.writeEndElement();
    }

    private void counts(String name, List<Check> checks) throws XMLStreamException {
        out.writeAttribute("name", XmlText.clean(name));
        out.writeAttribute("tests", String.valueOf(checks.size()));
        out.writeAttribute("failures", count(checks, Check.Outcome.FAILED));
        out.writeAttribute("errors", "0");
        out.writeAttribute("skipped", count(checks, Check.Outcome.UNKNOWN));
        // Times differ from run to run, and this file does not.
        out.writeAttribute("time", "0");
    }

    private void outcome(Check check) throws XMLStreamException {
        if (check.outcome() == Check.Outcome.UNKNOWN) {
            out.writeEmptyElement("skipped");
            out.writeAttribute("message", XmlText.clean(check.words()));
        } else if (check.outcome() == Check.Outcome.FAILED) {
            out.writeStartElement("failure");
            out.writeAttribute("message", XmlText.clean(check.words()));
            out.writeAttribute("type", check.name().replace(' ', '-').toLowerCase(Locale.ROOT));
            out.writeCharacters(XmlText.clean(check.words()));
            out.writeEndElement();
        }
    }

    private static String count(List<Check> checks, Check.Outcome outcome) {
        return String.valueOf(
                checks.stream().filter(check -> check.outcome() == outcome).count());
    }

    private void line(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }
}
