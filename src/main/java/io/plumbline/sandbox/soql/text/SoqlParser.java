package io.plumbline.sandbox.soql.text;

import io.github.apexdevtools.apexparser.ApexErrorListener;
import io.github.apexdevtools.apexparser.ApexLexer;
import io.github.apexdevtools.apexparser.ApexParser;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParserFactory;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Text to syntax tree by the Apex grammar; the whole text must be one query. */
public final class SoqlParser {

    private static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_BRACKETS = 100;

    private SoqlParser() {}

    public static QueryContext parse(SoqlText soql) {
        if (soql.text().length() > MOST_CHARACTERS) {
            throw new RequestRefusedException(
                    ExceptionCode.MALFORMED_QUERY,
                    "SOQL statements cannot be longer than " + MOST_CHARACTERS + " characters");
        }
        Errors errors = new Errors(soql);
        ApexParserFactory.LexerAndParser both =
                ApexParserFactory.createLexerAndParser(CharStreams.fromString(Wildcards.protect(soql.text())), errors);
        ApexParser parser = both.getParser();
        check(soql, (CommonTokenStream) parser.getTokenStream());
        QueryContext query = parser.query();
        errors.throwFirst();
        Token next = parser.getCurrentToken();
        if (next.getType() != Token.EOF) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, next, "unexpected token: '" + next.getText() + "'");
        }
        return query;
    }

    /** Refuses what the grammar would skip, comments, and what would exhaust it, brackets without end. */
    private static void check(SoqlText soql, CommonTokenStream tokens) {
        tokens.fill();
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getChannel() == ApexLexer.COMMENT_CHANNEL) {
                throw soql.refusal(
                        ExceptionCode.MALFORMED_QUERY,
                        token,
                        "unexpected token: '" + token.getText().charAt(0) + "'");
            }
            depth += token.getType() == ApexLexer.LPAREN ? 1 : token.getType() == ApexLexer.RPAREN ? -1 : 0;
            if (depth > MOST_BRACKETS) {
                throw soql.refusal(
                        ExceptionCode.MALFORMED_QUERY,
                        token,
                        "more than " + MOST_BRACKETS + " brackets within each other");
            }
        }
    }

    private static final class Errors extends ApexErrorListener {

        private final SoqlText soql;
        private final List<RequestRefusedException> found = new ArrayList<>();

        Errors(SoqlText soql) {
            this.soql = soql;
        }

        @Override
        public void apexSyntaxError(int line, int column, String message) {
            found.add(soql.refusal(ExceptionCode.MALFORMED_QUERY, line, column + 1, "unexpected token: " + message));
        }

        void throwFirst() {
            if (!found.isEmpty()) {
                throw found.getFirst();
            }
        }
    }
}
