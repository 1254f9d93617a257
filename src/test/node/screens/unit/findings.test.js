import { createElement } from "lwc";
import PlumblineFindings from "c/plumblineFindings";

const finding = (number, more) => ({
    key: `check-${number}`,
    id: `check-${number}`,
    severity: "warning",
    message: `Seen ${number}`,
    remedy: `Do ${number}`,
    ...more
});

function show(findings, more) {
    const list = createElement("c-plumbline-findings", { is: PlumblineFindings });
    Object.assign(list, { findings, ...more });
    document.body.appendChild(list);
    return list.shadowRoot;
}

describe("the findings", () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it("show the worst three, and the rest when asked", async () => {
        const list = show([1, 2, 3, 4, 5].map((number) => finding(number)));
        expect(list.querySelectorAll(".finding").length).toBe(3);
        [...list.querySelectorAll("button")].at(-1).click();
        await Promise.resolve();
        expect(list.querySelectorAll(".finding").length).toBe(5);
    });

    it("leave who asked for the rest by keyboard at the first of it", async () => {
        const list = show([1, 2, 3, 4, 5].map((number) => finding(number)));
        const more = [...list.querySelectorAll("button")].at(-1);
        more.focus();
        more.click();
        await Promise.resolve();
        expect(list.activeElement?.dataset.key).toBe("check-4");
        list.querySelector(".why").click();
        await Promise.resolve();
        expect(list.activeElement?.dataset.key).toBe("check-4");
    });

    it("offer no more where there are three", () => {
        expect(show([1, 2, 3].map((number) => finding(number))).querySelectorAll("button").length).toBe(3);
    });

    it("open and close on why, and say so to a screen reader", async () => {
        const list = show([finding(1)]);
        const why = list.querySelector(".why");
        expect(why.getAttribute("aria-expanded")).toBe("false");
        expect(list.querySelector(".evidence").hidden).toBe(true);
        why.click();
        await Promise.resolve();
        expect(why.getAttribute("aria-expanded")).toBe("true");
        expect(list.querySelector(".evidence").hidden).toBe(false);
        expect(list.querySelector(".evidence").textContent).toContain("Do 1");
        why.click();
        await Promise.resolve();
        expect(list.querySelector(".evidence").hidden).toBe(true);
    });

    it.each([
        ["lost", "a05000000000001AAA", "006000000000001AAA"],
        ["foreign", "a05000000000001AAA", "006000000000001AAA"],
        ["owner", "a04000000000001AAA", "005000000000001AAA"],
        ["amount", "006000000000001AAA", "a00000000000001AAA"],
        ["left", "003000000000001AAA", "a00000000000001AAA"]
    ])("link to both sides of what is %s, the plan's first", (kind, id, other) => {
        const list = show([finding(1, { records: [{ id, other, kind }] })]);
        const links = [...list.querySelectorAll("c-plumbline-record-link")];
        expect(links.map(({ recordId }) => recordId[0])).toEqual(["a", "0"]);
        expect(links.map(({ label }) => label)).toEqual(["c.Plumbline_Side_Plan", "c.Plumbline_Side_CRM"]);
        const words = `c.Plumbline_Contradiction_${kind[0].toUpperCase()}${kind.slice(1)}`;
        expect(list.querySelector(".record").textContent).toContain(words);
        expect(links.map(({ description }) => description)).toEqual([words, words]);
    });

    it("link to no record that is not there, and say the id of a kind they do not know", () => {
        const list = show([finding(1, { records: [{ id: "006000000000001AAA", kind: "else" }, { id: "V4", kind: "lost" }] })]);
        expect([...list.querySelectorAll("c-plumbline-record-link")].map(({ recordId }) => recordId)).toEqual(["006000000000001AAA"]);
        expect(list.querySelector(".record").textContent).toContain("006000000000001AAA");
    });

    it.each([
        [{ because: "One buyer, by contract" }, "c.Plumbline_Answered_Because"],
        [{ until: "2027-03-31" }, "c.Plumbline_Answered_Until"],
        [{ because: "One buyer", until: "2027-03-31" }, "c.Plumbline_Answered_Until_Because"],
        [{}, "c.Plumbline_Answered"]
    ])("say that and why somebody answered them: %j", (more, words) => {
        const list = show([finding(1, { answered: true, severity: "critical", ...more })]);
        expect(list.querySelector(".answer").textContent).toBe(words);
        expect(list.querySelector("lightning-icon").alternativeText).toBe("c.Plumbline_Answered");
    });

    it("lead to whoever answered them", () => {
        const link = (by) => show([finding(1, { answered: true, by })]).querySelector("c-plumbline-record-link");
        expect(link("005000000000001AAA").recordId).toBe("005000000000001AAA");
        expect(link("somebody")).toBeNull();
        expect(link(undefined)).toBeNull();
    });

    it("are unfolded at first where the records are the point, and fold on why", async () => {
        const list = show([finding(1), finding(2)], { unfolded: true });
        expect([...list.querySelectorAll(".evidence")].map(({ hidden }) => hidden)).toEqual([false, false]);
        list.querySelector(".why").click();
        await Promise.resolve();
        expect([...list.querySelectorAll(".evidence")].map(({ hidden }) => hidden)).toEqual([true, false]);
    });

    it("offer no why where there is nothing to open", () => {
        expect(show([finding(1, { remedy: undefined })]).querySelector("button")).toBeNull();
    });

    it("can be used by everybody when open", async () => {
        const list = show([finding(1, { records: [{ id: "006000000000001AAA", kind: "lost" }] })]);
        list.querySelector(".why").click();
        await Promise.resolve();
        await expect(list.host).toBeAccessible();
    });
});
