import "@lwc/synthetic-shadow";
import { createElement } from "lwc";

/** The labels are read when the components are loaded, so the story has to be there before. */
window.draw = async (story) => {
    globalThis.story = story;
    const { default: Card } = await import("c/plumblineCard");
    const card = createElement("c-plumbline-card", { is: Card });
    card.recordId = "001000000000001AAA";
    document.querySelector("main").replaceChildren(card);
    await document.fonts.ready;
};
window.ready = true;
