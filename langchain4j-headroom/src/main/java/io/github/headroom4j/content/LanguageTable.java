package io.github.headroom4j.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens speak for which programming language. A token that many languages share says little, so its weight is
 * one divided by the number of languages that list it (as with inverse document frequency); at the start of a line it
 * counts double. A pair of tokens is written with an underscore between them; {@code ^import$;} is a line that begins with one token and ends with
 * another, {@code ^import$} one that ends with neither semicolon nor colon. Immutable.
 */
final class LanguageTable {

    /** A token that stands at a line's start. */
    private static final double AT_START = 2;

    /** Weight of a line's first token that marks code without any punctuation: at most four languages share it. */
    private static final double DISTINCTIVE = 0.5;

    private static final String TOKENS = """
            java        ^package ^import ^import_static ^public ^private ^protected ^@Override ^@Test ^@Deprecated ^final ^abstract \
            class interface enum record extends implements throws new return static void boolean String int long instanceof final \
            null true false this super try catch finally switch case synchronized List Map Object Override <> -> :: ^@ \
            ^public_class ^public_static ^public_interface ^private_static ^private_final @param @return @throws ^static_final
            kotlin      ^package ^import ^fun ^val ^var ^override ^private_fun ^private_val ^internal ^data_class ^companion ^sealed ^object \
            ^suspend ^when ^override_fun ^inline_fun ^open_class ^lateinit ^public_fun ^internal_fun ^public_actual ^public_inline \
            fun val var null when is in Unit Int String ?. ?: !! -> :: it companion_object by_lazy override vararg suspend reified
            scala       ^package ^import ^def ^object ^trait ^case_class ^val ^override_def ^implicit ^sealed_trait ^lazy_val ^final_case \
            def val extends with match case => object trait implicit Unit Option Seq Some None yield
            csharp      ^using ^using_System ^namespace ^public ^private ^internal ^protected ^[ ^public_static ^public_override ^public_class \
            ^#region ^#endregion ^get ^set ^private_readonly ^public_sealed ^internal_static ^/// \
            class interface enum struct string bool int void new return static readonly virtual override async await Task var null \
            get_; set_; => ?? out ref foreach is typeof nameof sealed partial params
            python      ^def ^import ^from ^class ^if ^elif ^else_: ^for ^while ^try_: ^except ^except_: ^finally_: ^with ^return ^raise ^yield ^@ ^async_def \
            ^assert ^pass ^del ^global ^lambda ^print ^@property ^@staticmethod ^@classmethod ^@pytest ^self \
            self self_. None True False in not is lambda __init__ __name__ isinstance len dict str super except_Exception as and or ** :return
            javascript  ^const ^let ^var ^function ^import ^export ^export_default ^module ^module_. ^async_function ^return ^if ^require ^describe ^it \
            ^'use 'use ^exports ^exports_. \
            const let var function => === !== typeof undefined null this new return require require_( module_. exports async await prototype \
            console console_. document window Object Array Promise JSON instanceof
            typescript  ^const ^let ^import ^export ^export_const ^export_function ^export_interface ^export_type ^export_class ^export_default ^interface \
            ^type ^declare ^declare_module ^declare_function ^readonly ^public ^private ^protected ^enum ^abstract ^namespace ^export_declare \
            ^declare_const ^import_type \
            const let function => === !== string number boolean any unknown void never readonly keyof infer as_const Promise Record Partial \
            :_string :_number :_boolean :_any :_void ?:  :_string_; undefined null Array implements extends export
            go          ^package ^import ^import_( ^func ^func_( ^type ^var ^const ^defer ^go ^return ^if ^for ^switch ^case ^select \
            func := err nil err_!= !=_nil ==_nil struct interface range make chan defer string int error byte []byte map fmt fmt_. <- \
            interface{} len append bool uint64 int64 return type_struct var
            rust        ^use ^fn ^pub ^pub_fn ^impl ^mod ^let ^let_mut ^struct ^enum ^trait ^match ^extern ^unsafe ^#[ ^#![ ^pub_struct ^pub_enum ^pub_mod \
            ^pub_use ^pub_( ^if_let ^use_std ^use_crate ^use_super ^/// ^//! ^#[derive ^impl_< ^where ^loop ^async_fn ^macro_rules ^const ^static \
            fn let mut impl self Self Some None Ok Err Option Result Vec Box usize u8 u32 u64 i32 i64 str & :: -> => unwrap match ? dyn &self &mut &str .. \
            ..= macro_rules! vec! println! assert! assert_eq! panic! crate
            c           ^#include ^#define ^#ifdef ^#ifndef ^#endif ^#if ^#else ^#undef ^static ^struct ^typedef ^extern ^int ^void ^char ^return ^if ^for ^while \
            ^switch ^case ^break ^goto ^else ^do ^unsigned ^size_t ^const ^enum ^union ^uint32_t ^static_int ^static_void ^static_inline ^typedef_struct ^bool \
            struct int char void unsigned long const sizeof NULL size_t -> ++ printf malloc free memcpy strlen uint8_t uint32_t int64_t goto static \
            fprintf stderr errno
            cpp         ^#include ^#define ^#ifdef ^#ifndef ^#endif ^#if ^#else ^namespace ^template ^template_< ^class ^using ^using_namespace ^public_: ^private_: \
            ^protected_: ^virtual ^explicit ^friend ^constexpr ^inline ^std ^static ^struct ^typename ^auto ^const ^return ^if ^for ^case ^int ^void ^else ^bool \
            std std_:: :: nullptr template typename auto const class virtual override noexcept constexpr public private operator new delete unique_ptr \
            static_cast vector string size_t bool int void -> const_auto auto& << >> decltype enable_if true false
            swift       ^import ^func ^let ^var ^guard ^guard_let ^struct ^extension ^protocol ^public_func ^private_func ^@objc ^override_func ^if_let ^init \
            func let var guard nil self String Int Bool -> ?? weak
            ruby        ^def ^end ^require ^require_relative ^module ^class ^attr_accessor ^attr_reader ^include ^if ^unless ^elsif ^else ^rescue ^begin ^ensure \
            ^private ^puts ^describe ^it ^context ^raise ^when ^return \
            end do nil self unless => then def @ each new attr_reader raise rescue do_| puts lambda
            php         ^<?php ^namespace ^use ^public_function ^private_function ^protected_function ^function ^$this ^echo ^class ^abstract ^final ^return ^$ \
            $this -> => function array null :: public static isset foreach use_\\ echo new throw
            perl        ^use ^use_strict ^use_warnings ^my ^my_$ ^sub ^package ^our ^return ^if ^foreach ^elsif ^die ^print ^my_@ ^my_% ^$self ^=head1 ^=cut ^unless ^push ^__END__ \
            my sub shift => -> =~ eq ne foreach unless $self die qw bless my_( @_ defined ref scalar push
            lua         ^local ^local_function ^function ^end ^return ^if ^elseif ^else ^for ^while ^repeat ^until ^local_M \
            local function end then do nil not and or .. ~= require pairs ipairs self elseif
            shell       ^#! ^if ^if_[ ^if_[[ ^then ^fi ^done ^do ^esac ^case ^else ^elif ^for ^while ^echo ^export ^local ^set ^set_- ^exit ^return ^source ^cd ^function \
            ^printf ^test ^[ ^trap ^shift ^eval ^unset ^readonly ^mkdir ^rm ^cp ^mv ^sed ^grep ^sudo ^declare ^. ;; \
            fi done esac then $( ${ $1 ;;  || && -eq -n -z  /dev/null 2>&1 >&2 [[ ]] ;_then ;_do echo "$ $@ exit
            sql         ^select ^SELECT ^from ^FROM ^where ^WHERE ^CREATE ^create_table ^CREATE_TABLE ^CREATE_FUNCTION ^CREATE_VIEW ^CREATE_INDEX ^CREATE_OR ^ALTER ^ALTER_TABLE ^INSERT ^INSERT_INTO ^UPDATE ^DELETE \
            ^DROP ^JOIN ^LEFT ^ORDER ^GROUP ^AND ^BEGIN ^END ^COMMIT ^GRANT ^SET ^DECLARE ^insert_into ^drop_table ^VALUES ^DROP_TABLE ^COMMENT_ON ^LANGUAGE ^RETURNS ^AS ^select_* \
            SELECT FROM WHERE NOT NULL PRIMARY KEY VARCHAR INTEGER INT TEXT DEFAULT REFERENCES VALUES AND AS JOIN ON TABLE IF_EXISTS \
            ORDER_BY GROUP_BY INSERT INTO create_table insert_into varchar not_null primary_key order_by group_by BEGIN RETURNS FUNCTION LANGUAGE text integer
            css         ^@media ^@import ^. ^# ^margin ^padding ^color ^background ^display ^font ^width ^height ^border ^position ^:root ^-- ^content ^left ^top ^text-align ^transition \
            px em rem solid #fff none auto inherit block !important var_( rgba hover flex margin padding color background display
            dockerfile  ^FROM ^RUN ^COPY ^ADD ^ENV ^WORKDIR ^CMD ^ENTRYPOINT ^EXPOSE ^ARG ^LABEL ^USER ^VOLUME ^HEALTHCHECK && apt-get install COPY
            makefile    ^.PHONY ^ifeq ^ifneq ^ifdef ^endif ^include ^$( ^@ ^@echo ^all_: ^clean_: ^define ^endef ^export $( := ?= += $@ $< $^ -o CFLAGS CC
            protobuf    ^syntax ^message ^enum ^optional ^repeated ^required ^rpc ^service ^option ^oneof ^import ^package ^reserved ^extend \
            optional repeated string int32 int64 bool bytes uint64 returns =_1 =_2 =_3
            groovy      ^plugins ^dependencies ^repositories ^implementation ^testImplementation ^apply ^task ^def ^id ^mavenCentral ^group ^version ^api ^compileOnly \
            def plugins dependencies implementation mavenCentral
            cmake       ^set_( ^endif_( ^add_executable ^add_library ^target_link_libraries ^find_package ^cmake_minimum_required ^endfunction \
            ^endmacro ^endforeach ^target_include_directories ^elseif_( PRIVATE PUBLIC STREQUAL DESTINATION REQUIRED
            java        ^import$; ^package$; ^}$; ^return$; ^private$; ^public$;
            kotlin      ^import$ ^package$ ^val$ ^return$ ^var$
            scala       ^import$ ^package$ ^val$ ^object$
            go          ^import$ ^package$ ^return$ ^type$
            python      ^import$ ^from$ ^return$ ^def$:
            csharp      ^using$; ^namespace$; ^return$; ^public$; ^private$; ^var$;
            c           ^return$; ^static$; ^int$; ^char$; ^struct$; ^extern$;
            cpp         ^return$; ^using$; ^auto$; ^const$; ^std$; ^int$;
            javascript  ^const$; ^var$; ^let$; ^return$; ^import$; ^const$ ^var$ ^let$
            typescript  ^const$; ^let$; ^return$; ^import$; ^export$; ^readonly$; ^const$ ^let$
            rust        ^use$; ^let$; ^mod$; ^pub$; ^return$;
            perl        ^my$; ^use$; ^return$; ^our$;
            php         ^use$; ^namespace$; ^return$; ^$this$;
            """;

    /** What one line can contribute at most, so that one dense line does not outweigh many plain ones. */
    private static final double MAX_PER_LINE = 3;

    /** One for all detectors, since it never changes. */
    private static final LanguageTable STANDARD = read();

    private final List<String> names;
    private final Map<String, Vote> votes;

    /** Those at a line's start, without the mark for it. */
    private final Map<String, Vote> starts;

    private final Set<String> pairsBeginWith;
    private final Set<String> startingPairsBeginWith;

    /** First tokens of lines whose last token counts, too. */
    private final Set<String> endingsBeginWith;

    /** What a token adds to the scores of the languages that list it, by their place among the names. */
    private static final class Vote {

        private final int[] languages;
        private final double weight;

        Vote(int[] languages, double weight) {
            this.languages = languages;
            this.weight = weight;
        }

        void addTo(double[] scores) {
            for (int language : languages) {
                scores[language] += weight;
            }
        }

        boolean isDistinctiveOf(int language) {
            return weight >= DISTINCTIVE && Arrays.stream(languages).anyMatch(one -> one == language);
        }
    }

    private LanguageTable(List<String> names, Map<String, Vote> votes) {
        this.names = names;
        this.votes = votes;
        starts = votes.entrySet().stream()
                .filter(entry -> entry.getKey().charAt(0) == '^')
                .collect(Collectors.toMap(entry -> entry.getKey().substring(1), Map.Entry::getValue));
        pairsBeginWith = before('_', votes.keySet());
        startingPairsBeginWith = before('_', starts.keySet());
        endingsBeginWith = before('$', starts.keySet());
    }

    private static Set<String> before(char joint, Set<String> tokens) {
        return tokens.stream()
                .flatMap(token -> IntStream.range(1, token.length())
                        .filter(i -> token.charAt(i) == joint)
                        .mapToObj(i -> token.substring(0, i)))
                .collect(Collectors.toSet());
    }

    /** The built-in table. */
    static LanguageTable standard() {
        return STANDARD;
    }

    private static LanguageTable read() {
        Map<String, Set<String>> byToken = new HashMap<>();
        List<String[]> rows =
                TOKENS.lines().map(line -> line.strip().split("\\s+")).toList();
        for (String[] row : rows) {
            for (int i = 1; i < row.length; i++) {
                byToken.computeIfAbsent(row[i], token -> new HashSet<>()).add(row[0]);
            }
        }
        List<String> names = rows.stream().map(row -> row[0]).distinct().toList();
        Map<String, Vote> votes = new HashMap<>();
        byToken.forEach((token, languages) -> {
            double weight = (token.length() > 1 && token.charAt(0) == '^' ? AT_START : 1) / languages.size();
            votes.put(
                    token, new Vote(languages.stream().mapToInt(names::indexOf).toArray(), weight));
        });
        return new LanguageTable(names, votes);
    }

    /** The languages it knows, in order of precedence. */
    List<String> names() {
        return names;
    }

    /** Adds what a line's tokens say to the scores of the languages, which are in the order of their names. */
    void score(List<String> tokens, double[] scores) {
        double[] line = new double[scores.length];
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean last = i + 1 == tokens.size();
            String next = last ? "" : tokens.get(i + 1);
            add(votes.get(token), line);
            if (last) {
                add(votes.get(token), line);
            } else if (pairsBeginWith.contains(token)) {
                add(votes.get(token + "_" + next), line);
            }
            if (i == 0) {
                addStart(tokens, line);
            }
        }
        for (int i = 0; i < line.length; i++) {
            scores[i] += Math.min(line[i], MAX_PER_LINE);
        }
    }

    private void addStart(List<String> tokens, double[] line) {
        String first = tokens.get(0);
        add(starts.get(first), line);
        if (tokens.size() == 1) {
            add(starts.get(first), line);
        } else if (startingPairsBeginWith.contains(first)) {
            add(starts.get(first + "_" + tokens.get(1)), line);
        }
        if (endingsBeginWith.contains(first)) {
            add(starts.get(first + "$" + ending(tokens)), line);
        }
    }

    /** The mark at a line's end that tells languages apart. */
    private static String ending(List<String> tokens) {
        String last = tokens.get(tokens.size() - 1);
        return last.equals(";") || last.equals(":") ? last : "";
    }

    /** Whether a line begins with a token, or a pair of them, that is at home in this language and few others. */
    boolean startsLine(List<String> tokens, String language) {
        if (tokens.isEmpty()) {
            return false;
        }
        String first = tokens.get(0);
        boolean paired = tokens.size() > 1 && startingPairsBeginWith.contains(first);
        return isDistinctive(starts.get(first), language)
                || (paired && isDistinctive(starts.get(first + "_" + tokens.get(1)), language));
    }

    private boolean isDistinctive(@Nullable Vote vote, String language) {
        return vote != null && vote.isDistinctiveOf(names.indexOf(language));
    }

    private static void add(@Nullable Vote vote, double[] line) {
        if (vote != null) {
            vote.addTo(line);
        }
    }
}
