import { createElement } from "lwc";
import { getRecord } from "lightning/uiRecordApi";
import PlumblineCard from "c/plumblineCard";
import { stories } from "../drawing/stories";

function show() {
    const card = createElement("c-plumbline-card", { is: PlumblineCard });
    card.recordId = "001000000000001AAA";
    document.body.appendChild(card);
    return card;
}

async function shown(story) {
    const card = show();
    if (story.error) {
        getRecord.error(story.error.body, 404);
    } else if (story.fields) {
        getRecord.emit({ fields: story.fields });
    }
    await Promise.resolve();
    return card;
}

/** The texts of an element and of all components in it. */
function text(element) {
    const root = element.shadowRoot ?? element;
    const nested = [...root.querySelectorAll("*")].filter((each) => each.shadowRoot).map(text);
    return [root.textContent, ...nested].join(" ").replace(/\s+/g, " ");
}

describe("the card", () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it.each(Object.entries(stories))("can be used by everybody: %s", async (_, story) => {
        await expect(await shown(story)).toBeAccessible();
    });

    it("asks for nothing but what Plumbline wrote", async () => {
        show();
        await Promise.resolve();
        const { recordId, optionalFields } = getRecord.getLastConfig();
        expect(recordId).toBe("001000000000001AAA");
        expect(optionalFields.every(({ fieldApiName }) => fieldApiName.startsWith("Plumbline_"))).toBe(true);
    });

    it("turns while it loads", () => {
        expect(show().shadowRoot.querySelector("lightning-spinner")).not.toBeNull();
    });

    it("says what to do next, before anything else to read", async () => {
        const card = await shown(stories["expired-plan"]);
        expect(text(card)).toContain("Write the plan for the next period");
    });

    it("shows no score that rests on too little", async () => {
        const card = await shown(stories["not-enough-data"]);
        const score = card.shadowRoot.querySelector("c-plumbline-score");
        expect(score.shadowRoot.querySelector(".value")).toBeNull();
        expect(text(card)).toContain("c.Plumbline_Not_Assessed");
    });

    it.each([
        ["detail-cut", "c.Plumbline_Cut"],
        ["newer-detail", "c.Plumbline_Newer"],
        ["detail-hidden", "c.Plumbline_Detail_Hidden"],
        ["answered", "c.Plumbline_Answered_Findings"],
        ["nothing-to-do", "c.Plumbline_Nothing_To_Do"]
    ])("says what else there is to know: %s", async (story, words) => {
        for (const [name, other] of Object.entries(stories).filter(([name]) => [story, "expired-plan"].includes(name))) {
            const said = text(await shown(other)).includes(words);
            expect([name, said]).toEqual([name, name === story]);
            document.body.replaceChildren();
        }
    });

    it("is an error also when nobody says which", async () => {
        const card = show();
        getRecord.error({}, 500);
        await Promise.resolve();
        expect(text(card)).toContain("c.Plumbline_Error");
    });

    it.each([
        ["hidden", "c.Plumbline_Hidden_Advice"],
        ["never-judged", "c.Plumbline_Never_Advice"],
        ["error", "The record could not be reached."]
    ])("says why there is nothing to see: %s", async (story, words) => {
        const card = await shown(stories[story]);
        expect(text(card)).toContain(words);
        expect(card.shadowRoot.querySelector("c-plumbline-score")).toBeNull();
    });
});
