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

function show(findings) {
    const list = createElement("c-plumbline-findings", { is: PlumblineFindings });
    list.findings = findings;
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

    it("link to the records concerned, each named for what is wrong with it", () => {
        const list = show([finding(1, { records: [{ id: "006000000000001AAA", kind: "lost" }, { id: "003000000000001AAA", kind: "else" }] })]);
        const links = [...list.querySelectorAll("c-plumbline-record-link")];
        expect(links.map(({ recordId }) => recordId)).toEqual(["006000000000001AAA", "003000000000001AAA"]);
        expect(links.map(({ label }) => label)).toEqual(["c.Plumbline_Contradiction_Lost", "003000000000001AAA"]);
    });

    it("can be used by everybody when open", async () => {
        const list = show([finding(1, { records: [{ id: "006000000000001AAA", kind: "lost" }] })]);
        list.querySelector(".why").click();
        await Promise.resolve();
        await expect(list.host).toBeAccessible();
    });
});
