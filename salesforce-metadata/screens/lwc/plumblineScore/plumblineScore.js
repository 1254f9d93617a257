import { LightningElement, api } from "lwc";
import green from "@salesforce/label/c.Plumbline_Band_Green";
import amber from "@salesforce/label/c.Plumbline_Band_Amber";
import red from "@salesforce/label/c.Plumbline_Band_Red";
import insufficient from "@salesforce/label/c.Plumbline_Band_Insufficient";
import improving from "@salesforce/label/c.Plumbline_Trend_Improving";
import steady from "@salesforce/label/c.Plumbline_Trend_Steady";
import declining from "@salesforce/label/c.Plumbline_Trend_Declining";
import fresh from "@salesforce/label/c.Plumbline_Trend_New";
import ofHundred from "@salesforce/label/c.Plumbline_Of_Hundred";
import confidence from "@salesforce/label/c.Plumbline_Confidence";
import noConfidence from "@salesforce/label/c.Plumbline_Changed";
import history from "@salesforce/label/c.Plumbline_History";
import historyPoint from "@salesforce/label/c.Plumbline_History_Point";
import { inWords } from "c/plumblineDay";

const BANDS = {
    GREEN: { label: green, icon: "utility:success", variant: "inverse", theme: "slds-theme_success" },
    AMBER: { label: amber, icon: "utility:warning", variant: "", theme: "slds-theme_warning" },
    RED: { label: red, icon: "utility:error", variant: "inverse", theme: "slds-theme_error" },
    INSUFFICIENT: { label: insufficient, icon: "utility:help", variant: "", theme: "" }
};
const TRENDS = {
    IMPROVING: { label: improving, icon: "utility:arrowup" },
    STEADY: { label: steady, icon: "utility:forward" },
    DECLINING: { label: declining, icon: "utility:arrowdown" },
    NEW: { label: fresh, icon: "utility:new" }
};
const WIDTH = 120;
const HEIGHT = 32;
/** Room at every side, so that half of the line's width is not cut off. */
const EDGE = 1;

/** Band, score, trend and history of an account's relationship health: each in words, and in colour besides. */
export default class PlumblineScore extends LightningElement {
    /** What plumblineVerdict read. */
    @api verdict;
    labels = { ofHundred };

    get band() {
        return BANDS[this.verdict.band] ?? BANDS.INSUFFICIENT;
    }

    get bandLabel() {
        return this.band.label;
    }

    get badgeIcon() {
        return this.band.icon;
    }

    get badgeVariant() {
        return this.band.variant;
    }

    get badgeClass() {
        return `slds-badge ${this.band.theme}`;
    }

    /** A score that rests on too little is not shown: people would quote it. */
    get hasScore() {
        return this.verdict.score !== null && this.verdict.band !== "INSUFFICIENT";
    }

    get trendLabel() {
        return (TRENDS[this.verdict.trend] ?? TRENDS.NEW).label;
    }

    get trendIcon() {
        return (TRENDS[this.verdict.trend] ?? TRENDS.NEW).icon;
    }

    get hasHistory() {
        return this.hasScore && this.verdict.history.length > 1;
    }

    /** The line runs over days, not over entries: two verdicts a year apart are not neighbours. */
    get places() {
        const days = this.verdict.history.map(({ date }) => Date.parse(date));
        const span = days.at(-1) - days[0] || 1;
        return this.verdict.history.map(({ score }, index) => {
            const x = ((days[index] - days[0]) / span) * (WIDTH - 2 * EDGE) + EDGE;
            const y = HEIGHT - EDGE - (score / 100) * (HEIGHT - 2 * EDGE);
            return `${x.toFixed(1)},${y.toFixed(1)}`;
        });
    }

    get points() {
        return this.places.join(" ");
    }

    get area() {
        return [`${EDGE},${HEIGHT}`, ...this.places, `${WIDTH - EDGE},${HEIGHT}`].join(" ");
    }

    /** A line without length, which a round cap makes a dot that does not stretch with the picture. */
    get today() {
        return `${this.places.at(-1)} ${this.places.at(-1)}`;
    }

    get historyText() {
        const from = this.verdict.history[0];
        const to = this.verdict.history.at(-1);
        return history
            .replace("{0}", from.score)
            .replace("{1}", inWords(from.date))
            .replace("{2}", to.score)
            .replace("{3}", inWords(to.date));
    }

    get fromText() {
        return point(this.verdict.history[0]);
    }

    get toText() {
        return point(this.verdict.history.at(-1));
    }

    get confidenceText() {
        return this.verdict.confidence === null ? noConfidence : confidence.replace("{0}", this.verdict.confidence);
    }
}

function point({ date, score }) {
    return historyPoint.replace("{0}", score).replace("{1}", inWords(date));
}
