import { LightningElement, api } from "lwc";
import unknown from "@salesforce/label/c.Plumbline_Not_Known";

/** Scores from 0 to 100 as bars. A score that is not known says so and draws no empty bar, which would look like zero. */
export default class PlumblineBars extends LightningElement {
    /** Objects with id, label and score; a null score is not known. */
    @api scores = [];
    unknown = unknown;

    get rows() {
        return this.scores.map(({ id, label, score }) => ({
            id,
            label,
            score,
            known: score !== null && score !== undefined,
            style: `width: ${score}%`
        }));
    }
}
