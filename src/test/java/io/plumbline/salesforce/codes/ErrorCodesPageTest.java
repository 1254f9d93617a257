package io.plumbline.salesforce.codes;

import com.sforce.soap.partner.StatusCode;
import io.plumbline.testing.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for operators is what the tables say. */
class ErrorCodesPageTest {

    @Test
    void saysWhatTheTablesSay() {
        new Golden(Path.of("src", "docs"), Path.of("target", "golden", "docs"))
                .assertMatches("error-codes.md", String.join("\n\n", intro(), calls(), rows(), signIns()) + "\n");
    }

    private static String intro() {
        return """
                # Error codes of Salesforce

                What Plumbline does about each code, and who can mend it. Made from the tables in
                `io.plumbline.salesforce.codes` and held by `ErrorCodesPageTest`; a message of Plumbline's always carries the
                code, what it means here and the advice. The last column names the trap of the failure catalogue, see
                [failures.md](failures.md).""";
    }

    private static String calls() {
        return """
                ## Calls refused as a whole

                SOAP faults and the errors of REST and Bulk. The code decides, never the HTTP status or the words; the dialects'
                spellings of a code (`INVALID_SESSION_ID`, `InvalidSessionId`) count as one.

                | codes | Plumbline | who acts | how | trap |
                |---|---|---|---|---|
                """
                + Arrays.stream(CallCause.values())
                        .map(cause -> row(
                                codes(cause.codes()),
                                cause.action().words(),
                                cause.actor().words(),
                                cause.advice(),
                                cause.traps()))
                        .collect(Collectors.joining("\n"));
    }

    private static String rows() {
        return """
                ## Records refused one by one

                Status codes of single records, over SOAP and Bulk. Of the %d codes of API 65, %d have a row of their own here,
                %d belong to a family, and the rest is treated like a code that nobody knows yet.

                | codes | Plumbline | who acts | how | trap |
                |---|---|---|---|---|
                """.formatted(StatusCode.values().length, named(), inFamilies())
                + Arrays.stream(RowCause.values())
                        .map(cause -> row(
                                cause.isFamily() ? family(cause) : codes(cause.codes()),
                                cause.action().words(),
                                cause.actor().words(),
                                cause.advice().replace("{object}", "the object").replace("{field}", "the field"),
                                cause.traps()))
                        .collect(Collectors.joining("\n"));
    }

    private static String signIns() {
        return """
                ## Sign-ins refused

                The token endpoint's `error` alone does not tell: `invalid_grant` has many meanings. A description decides where
                it is known, the error else.

                | description contains | or error | means | tried | how | trap |
                |---|---|---|---|---|---|
                """
                + Arrays.stream(SignInCause.values())
                        .map(cause -> row(
                                codes(cause.descriptions()),
                                cause.errors().isEmpty() ? "" : codes(cause.errors()),
                                cause.meaning(),
                                cause.mending().words(),
                                cause.advice(),
                                "A6, A8"))
                        .collect(Collectors.joining("\n"));
    }

    private static String family(RowCause cause) {
        List<String> members = Arrays.stream(StatusCode.values())
                .map(Enum::name)
                .filter(code -> RowCause.of(code) == cause)
                .toList();
        return members.size() + " codes such as " + codes(members.subList(0, 3));
    }

    private static long named() {
        return Stream.of(StatusCode.values())
                .filter(code -> RowCause.of(code.name()).codes().contains(code.name()))
                .count();
    }

    private static long inFamilies() {
        return Stream.of(StatusCode.values())
                .map(Enum::name)
                .filter(code -> RowCause.of(code).isFamily()
                        && !RowCause.of(code).codes().contains(code))
                .count();
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty()
                ? "any other"
                : codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(" "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
