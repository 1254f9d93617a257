import { State, readVerdict } from "c/plumblineVerdict";

const WRITTEN = { band: "Amber", changedOn: "2026-11-20T05:00:00.000Z", health: 61, confidence: 90 };

describe("the verdict read from the fields", () => {
    it("is hidden when the band cannot be seen", () => {
        expect(readVerdict({ ...WRITTEN, band: undefined }).state).toBe(State.HIDDEN);
    });

    it("was never made while nothing was written", () => {
        expect(readVerdict({ band: null, changedOn: null }).state).toBe(State.NEVER);
    });

    it("is no verdict when too little is known", () => {
        expect(readVerdict({ ...WRITTEN, band: "Not enough data" }).state).toBe(State.UNKNOWN);
    });

    it("keeps unknown apart from zero", () => {
        const verdict = readVerdict({ ...WRITTEN, detail: '{"dimensions":{"executive":null,"rhythm":0}}' });
        expect(verdict.dimensions.map(({ score }) => score)).toEqual([null, 0]);
    });

    it("names things as the administrator does, else by their id", () => {
        const verdict = readVerdict({
            ...WRITTEN,
            detail: '{"sections":{"risks":40,"next_year":10},"labels":{"section.risks":"What may go wrong"}}'
        });
        expect(verdict.plan.sections.map(({ label }) => label)).toEqual(["What may go wrong", "Next year"]);
    });

    it.each(["", "no JSON", "null", "[1", '"text"'])("keeps the fields when the detail is %p", (detail) => {
        const verdict = readVerdict({ ...WRITTEN, detail, reasons: "Last contact: -9 points\nMargin: -2 points" });
        expect(verdict.state).toBe(State.JUDGED);
        expect(verdict.score).toBe(61);
        expect(verdict.reasons.map(({ label }) => label)).toEqual(["Last contact: -9 points", "Margin: -2 points"]);
    });

    it("says that the detail was cut", () => {
        expect(readVerdict({ ...WRITTEN, detail: '{"cut":true}' }).cut).toBe(true);
        expect(readVerdict({ ...WRITTEN, detail: "{}" }).cut).toBe(false);
    });

    it("keeps contradictions apart from what else is found in the plan", () => {
        const finding = (id, theme) => ({ id, theme, severity: "warning", message: id, remedy: "" });
        const detail = JSON.stringify({
            findings: [finding("vet.consistent", "vetting"), finding("plan.review", "currency"), finding("rhythm.trend", "relationship")]
        });
        const verdict = readVerdict({ ...WRITTEN, detail });
        expect(verdict.plan.contradictions.map(({ id }) => id)).toEqual(["vet.consistent"]);
        expect(verdict.plan.findings.map(({ id }) => id)).toEqual(["plan.review"]);
        expect(verdict.relationship.map(({ id }) => id)).toEqual(["rhythm.trend"]);
    });
});
