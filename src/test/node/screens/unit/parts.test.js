import { createElement } from "lwc";
import { inWords } from "c/plumblineDay";
import PlumblineBars from "c/plumblineBars";
import PlumblinePlan from "c/plumblinePlan";
import PlumblineRecordLink from "c/plumblineRecordLink";
import PlumblineScore from "c/plumblineScore";
import { visited } from "./navigation";

function show(name, is, properties) {
    const element = createElement(name, { is });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

afterEach(() => {
    document.body.replaceChildren();
});

describe("the bars", () => {
    const scores = [
        { id: "a", label: "Rhythm", score: 0 },
        { id: "b", label: "Value", score: null },
        { id: "c", label: "Breadth", score: 100 }
    ];

    it("draw no bar for what is not known", () => {
        const bars = show("c-plumbline-bars", PlumblineBars, { scores }).shadowRoot;
        const meters = [...bars.querySelectorAll("[role=meter]")];
        expect(meters.map((meter) => meter.getAttribute("aria-valuenow"))).toEqual(["0", "100"]);
        expect(bars.textContent).toContain("c.Plumbline_Not_Known");
    });

    it("can be used by everybody", async () => {
        await expect(show("c-plumbline-bars", PlumblineBars, { scores })).toBeAccessible();
    });
});

describe("the score", () => {
    const verdict = (more) => ({ band: "RED", trend: "DECLINING", score: 30, confidence: 80, history: [], changedOn: "2026-11-20T05:00:00Z", ...more });
    const score = (more) => show("c-plumbline-score", PlumblineScore, { verdict: verdict(more) });

    it("draws a line only between two scores", () => {
        expect(score({ history: [{ date: "2026-01-01", score: 50 }] }).shadowRoot.querySelector("svg")).toBeNull();
    });

    it("keeps days apart in the line as they are in life", () => {
        const history = [
            { date: "2026-01-01", score: 100 },
            { date: "2026-01-02", score: 0 },
            { date: "2026-01-11", score: 50 }
        ];
        const shown = score({ history }).shadowRoot;
        const points = shown.querySelector(".line").getAttribute("points");
        expect(points).toBe("1.0,1.0 12.8,31.0 119.0,16.0");
        expect(shown.querySelector(".area").getAttribute("points")).toBe("1,32 1.0,1.0 12.8,31.0 119.0,16.0 119,32");
        expect(shown.querySelector(".today").getAttribute("points")).toBe("119.0,16.0 119.0,16.0");
        expect(shown.querySelector("figcaption").getAttribute("aria-hidden")).toBe("true");
    });

    it("says band and trend in words, not by colour alone", () => {
        const { textContent } = score().shadowRoot;
        expect(textContent).toContain("c.Plumbline_Band_Red");
        expect(textContent).toContain("c.Plumbline_Trend_Declining");
    });

    it.each(["GREEN", "AMBER", "RED", "INSUFFICIENT"])("can be used by everybody: %s", async (band) => {
        await expect(score({ band })).toBeAccessible();
    });
});

describe("the plan", () => {
    const plan = {
        scores: [{ id: "thoroughness", score: 40 }],
        roleCoverage: null,
        clocks: [{ id: "plan.review", label: "Review", verdict: "STALE" }, { id: "plan.x", label: "Other", verdict: "NEWER" }],
        sections: [
            { id: "risks", label: "Risks", score: 60 },
            { id: "full", label: "Full", score: 100 },
            { id: "linked", label: "Linked", score: null },
            { id: "empty", label: "Empty", score: 0 }
        ],
        roles: [{ id: "innovator", label: "Innovator" }],
        contradictions: [],
        findings: []
    };
    const shown = (currency) => show("c-plumbline-plan", PlumblinePlan, { plan, currency });

    it("lists the emptiest section first, and none that is full or not measured", () => {
        const gaps = [...shown("STALE").shadowRoot.querySelectorAll("c-plumbline-bars")].at(-1).scores;
        expect(gaps.map(({ id }) => id)).toEqual(["empty", "risks"]);
    });

    it("says not known for a verdict it does not know", () => {
        const clocks = [...shown("STALE").shadowRoot.querySelectorAll(".clock")].map(({ textContent }) => textContent);
        expect(clocks[0]).toContain("c.Plumbline_Stale");
        expect(clocks[1]).toContain("c.Plumbline_Not_Known");
    });

    it("says why a plan that is not there has no numbers", () => {
        expect(shown("MISSING").shadowRoot.textContent).toContain("c.Plumbline_Without_Plan");
        expect(shown("EXPIRED").shadowRoot.textContent).not.toContain("c.Plumbline_Without_Plan");
    });

    it.each(["CURRENT", "DUE_SOON", "STALE", "EXPIRED", "MISSING", null])("can be used by everybody: %s", async (currency) => {
        await expect(shown(currency)).toBeAccessible();
    });
});

describe("the link to a record", () => {
    it("has an address and goes there in place", async () => {
        const link = show("c-plumbline-record-link", PlumblineRecordLink, { recordId: "006000000000001AAA", label: "Deal" });
        await Promise.resolve();
        await Promise.resolve();
        const anchor = link.shadowRoot.querySelector("a");
        expect(anchor.getAttribute("href")).toBe("/lightning/r/006000000000001AAA/view");
        anchor.click();
        expect(visited.at(-1).attributes.recordId).toBe("006000000000001AAA");
        await expect(link).toBeAccessible();
    });

    it("says to those who do not see the line above it what it is about", () => {
        const link = show("c-plumbline-record-link", PlumblineRecordLink, { recordId: "006000000000001AAA", label: "In the CRM", description: "Lost" });
        expect(link.shadowRoot.querySelector("a").getAttribute("aria-label")).toBe("In the CRM: Lost");
    });
});

describe("a day", () => {
    it("is written as it stands, wherever the person is", () => {
        expect(inWords("2026-11-22")).toBe("Nov 22, 2026");
    });

    it("that is none stays what it is", () => {
        expect(inWords("soon")).toBe("soon");
    });
});
