package io.github.headroom4j.tool;

import static io.github.headroom4j.tool.ScriptedChatModel.lastToolResult;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.service.AiServices;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.json.JsonCompressor;
import io.github.headroom4j.original.OriginalId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers in a note about rows bring back exactly those rows, wherever the rows stand, through real AI services. */
final class RowRangesJourneyTest {

    private static final int ROWS = 150;
    private static final Pattern NOTE = Pattern.compile("… (\\d+) rows? \\((\\d+)(?:-(\\d+))?\\)");

    interface Assistant {
        String chat(String question);
    }

    record Tools(String text) {
        @Tool("Lists")
        String list() {
            return text;
        }
    }

    /** Where the rows stand, and the pointer to them. */
    enum Shape {
        ARRAY_AT_THE_ROOT("", ",\n") {
            @Override
            String text() {
                return "[" + rows() + "]";
            }
        },
        ARRAY_UNDER_A_POINTER("/data/a~1b", ", ") {
            @Override
            String text() {
                return "{\"took\": 3, \"data\": {\"a/b\": [" + rows() + "], \"next\": null}}";
            }
        },
        ARRAY_WITHIN_AN_ARRAY("/pages/1/rows", ",") {
            @Override
            String text() {
                return "{\"pages\": [{\"rows\": []}, {\"rows\": [" + rows() + "]}]}";
            }
        },
        LINES("", "\n") {
            @Override
            String text() {
                return rows() + "\n";
            }
        },
        MAP_AT_THE_ROOT("", ",\n  ") {
            @Override
            String text() {
                return "{" + rows() + "}";
            }

            @Override
            String row(int i) {
                return "\"host-" + i + "\": " + super.row(i);
            }
        },
        MAP_UNDER_A_POINTER_WITH_NUMBERS_FOR_NAMES("/result/by id", ", ") {
            @Override
            String text() {
                return "{\"result\": {\"by id\": {" + rows() + "}}}";
            }

            @Override
            String row(int i) {
                return "\"" + (i * 7 + 3) + "\": " + super.row(i);
            }
        };

        private final String pointer;
        private final String separator;

        Shape(String pointer, String separator) {
            this.pointer = pointer;
            this.separator = separator;
        }

        abstract String text();

        String rows() {
            return rows(0, ROWS - 1);
        }

        String rows(int first, int last) {
            return IntStream.rangeClosed(first, last).mapToObj(this::row).collect(Collectors.joining(separator));
        }

        String row(int i) {
            return "{\"id\": " + i + ", \"state\": \"" + (i == 97 ? "broken" : "ok") + "\", \"load\": " + i * 13 % 97
                    + ".50}";
        }
    }

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final ScriptedChatModel model = new ScriptedChatModel();

    @ParameterizedTest
    @EnumSource(Shape.class)
    void the_numbers_of_each_note_bring_back_its_rows(Shape shape) {
        model.calls("1", "list", "{}").says("listed");
        assistant(shape.text()).chat("What is broken?");
        String read = model.lastToolResult().text();
        assertThat(read).contains("broken");
        assertThat(JsonCompressor.decode(read).orElseThrow()).contains("\"state\":\"broken\"");

        List<MatchResult> notes = NOTE.matcher(read).results().toList();
        assertThat(notes).hasSizeGreaterThan(1);
        int hidden = 0;
        List<String> expected = new ArrayList<>();
        for (MatchResult note : notes) {
            int first = Integer.parseInt(note.group(2));
            int last = note.group(3) == null ? first : Integer.parseInt(note.group(3));
            assertThat(last - first + 1).isEqualTo(Integer.parseInt(note.group(1)));
            hidden += last - first + 1;
            expected.add(shape.rows(first, last));
            retrieve(shape, note.group().replaceAll(".*\\(|\\)", ""));
        }
        model.says("done");
        int before = model.requests().size();
        assistant(shape.text()).chat("Show me the others");

        for (int i = 0; i < expected.size(); i++) {
            String answer = lastToolResult(model.requests().get(before + 1 + i)).text();
            assertThat(answer.substring(answer.indexOf('\n') + 1)).isEqualTo(expected.get(i));
        }
        assertThat(hidden).isGreaterThan(ROWS / 2);
    }

    private void retrieve(Shape shape, String rows) {
        String ref = OriginalId.of(shape.text()).shortForm();
        model.turns(request -> AiMessage.from(ScriptedChatModel.call(
                "r" + rows,
                "headroom_retrieve",
                "{\"ref\":\"" + ref + "\",\"path\":\"" + shape.pointer + "/" + rows + "\"}")));
    }

    private Assistant assistant(String text) {
        return AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(HeadroomTools.wrap(headroom, new Tools(text)))
                .build();
    }
}
