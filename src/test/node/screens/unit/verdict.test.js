import { State, readVerdict } from "c/plumblineVerdict";

const WRITTEN = { band: "Amber", changedOn: "2026-11-20T05:00:00.000Z", health: 61, confidence: 90 };

const finding = (id, theme) => ({ id, theme, severity: "warning", message: id, remedy: "" });

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
        expect(verdict.reasons.map(({ message }) => message)).toEqual(["Last contact: -9 points", "Margin: -2 points"]);
    });

    it("says that the detail was cut", () => {
        expect(readVerdict({ ...WRITTEN, detail: '{"cut":true}' }).cut).toBe(true);
        expect(readVerdict({ ...WRITTEN, detail: "{}" }).cut).toBe(false);
    });

    it("says of what costs most what was found, and says it once", () => {
        const found = [finding("rhythm.recency", "relationship"), finding("rhythm.trend", "relationship")];
        const reasons = [
            { id: "rhythm.recency", label: "Last contact", points: 9.4 },
            { id: "satisfaction.nps", label: "NPS", points: 2 }
        ];
        const verdict = readVerdict({ ...WRITTEN, detail: JSON.stringify({ reasons, findings: found }) });
        expect(verdict.reasons.map(({ heading, message, points }) => [heading, message, points])).toEqual([
            ["Last contact", found[0].message, 9],
            ["NPS", undefined, 2]
        ]);
        expect(verdict.relationship.map(({ id }) => id)).toEqual(["rhythm.trend"]);
    });

    it("keeps what was answered apart, so that it presses nobody", () => {
        const answered = [{ id: "rhythm.trend", theme: "relationship", message: "Seen", because: "Known", until: "2027-03-31" }];
        const verdict = readVerdict({ ...WRITTEN, detail: JSON.stringify({ findings: [finding("plan.review", "currency")], answered }) });
        expect(verdict.answered.map(({ id, because, answered: isAnswered }) => [id, because, isAnswered])).toEqual([["rhythm.trend", "Known", true]]);
        expect(verdict.relationship).toEqual([]);
        expect(verdict.plan.findings.map(({ id }) => id)).toEqual(["plan.review"]);
    });

    it.each([
        [undefined, false],
        [1, false],
        [2, true]
    ])("says that a detail of version %p is newer than the card: %p", (version, newer) => {
        expect(readVerdict({ ...WRITTEN, detail: JSON.stringify({ version }) }).newer).toBe(newer);
    });

    it("says that the detail may not be seen, which is not the same as none", () => {
        expect(readVerdict({ ...WRITTEN, detail: undefined }).detailHidden).toBe(true);
        expect(readVerdict({ ...WRITTEN, detail: null }).detailHidden).toBe(false);
    });

    it.each([
        [JSON.stringify({ findings: [] }), true],
        [JSON.stringify({ findings: [], cut: true }), false],
        ["", false],
        [undefined, false]
    ])("is complete only where the detail has all findings: %p", (detail, complete) => {
        expect(readVerdict({ ...WRITTEN, detail }).complete).toBe(complete);
    });

    it("keeps contradictions apart from what else is found in the plan", () => {
        const detail = JSON.stringify({
            findings: [finding("vet.consistent", "vetting"), finding("plan.review", "currency"), finding("rhythm.trend", "relationship")]
        });
        const verdict = readVerdict({ ...WRITTEN, detail });
        expect(verdict.plan.contradictions.map(({ id }) => id)).toEqual(["vet.consistent"]);
        expect(verdict.plan.findings.map(({ id }) => id)).toEqual(["plan.review"]);
        expect(verdict.relationship.map(({ id }) => id)).toEqual(["rhythm.trend"]);
    });
});
