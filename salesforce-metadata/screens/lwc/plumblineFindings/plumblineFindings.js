import { LightningElement, api } from "lwc";
import critical from "@salesforce/label/c.Plumbline_Critical";
import warning from "@salesforce/label/c.Plumbline_Warning";
import info from "@salesforce/label/c.Plumbline_Info";
import answered from "@salesforce/label/c.Plumbline_Answered";
import answeredBecause from "@salesforce/label/c.Plumbline_Answered_Because";
import answeredUntil from "@salesforce/label/c.Plumbline_Answered_Until";
import answeredUntilBecause from "@salesforce/label/c.Plumbline_Answered_Until_Because";
import answeredBy from "@salesforce/label/c.Plumbline_Answered_By";
import why from "@salesforce/label/c.Plumbline_Why";
import whyAbout from "@salesforce/label/c.Plumbline_Why_About";
import more from "@salesforce/label/c.Plumbline_More";
import check from "@salesforce/label/c.Plumbline_Check";
import lost from "@salesforce/label/c.Plumbline_Contradiction_Lost";
import amount from "@salesforce/label/c.Plumbline_Contradiction_Amount";
import left from "@salesforce/label/c.Plumbline_Contradiction_Left";
import owner from "@salesforce/label/c.Plumbline_Contradiction_Owner";
import foreign from "@salesforce/label/c.Plumbline_Contradiction_Foreign";
import inPlan from "@salesforce/label/c.Plumbline_Side_Plan";
import inCrm from "@salesforce/label/c.Plumbline_Side_CRM";
import { inWords } from "c/plumblineDay";

const SEVERITIES = {
    critical: { text: critical, icon: "utility:error", variant: "error" },
    warning: { text: warning, icon: "utility:warning", variant: "warning" },
    info: { text: info, icon: "utility:info", variant: "" }
};
const ANSWERED = { text: answered, icon: "utility:check", variant: "" };
/** What is wrong, and whether the first of the two records is the one in the plan. */
const CONTRADICTIONS = {
    lost: { text: lost, planFirst: true },
    amount: { text: amount, planFirst: false },
    left: { text: left, planFirst: false },
    owner: { text: owner, planFirst: true },
    foreign: { text: foreign, planFirst: true }
};
const RECORD = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/;
const FIRST = 3;

/** What Plumbline found, the worst first. "Why?" opens what to do, the records concerned and the check's name. */
export default class PlumblineFindings extends LightningElement {
    /** Findings as plumblineVerdict read them, in the order of the verdict. */
    @api findings = [];
    /** Shows the evidence of all at first, where the records are the point. */
    @api unfolded = false;
    labels = { why, answeredBy };
    turned = [];
    all = false;
    goOnWith;

    get shown() {
        return (this.all ? this.findings : this.findings.slice(0, FIRST)).map((finding) => {
            const severity = finding.answered ? ANSWERED : (SEVERITIES[finding.severity] ?? SEVERITIES.info);
            const folded = this.turned.includes(finding.key) === this.unfolded;
            return {
                key: finding.key,
                heading: finding.heading,
                points: finding.points,
                message: finding.message,
                remedy: finding.remedy,
                answer: finding.answered ? answer(finding) : "",
                by: RECORD.test(finding.by ?? "") ? finding.by : undefined,
                icon: severity.icon,
                variant: severity.variant,
                severityText: severity.text,
                expanded: String(!folded),
                folded,
                hasEvidence: Boolean(finding.remedy || finding.records),
                whyText: whyAbout.replace("{0}", finding.heading ?? finding.message),
                source: check.replace("{0}", finding.id),
                records: finding.records?.map(record)
            };
        });
    }

    get hasMore() {
        return !this.all && this.findings.length > FIRST;
    }

    get moreText() {
        return more.replace("{0}", this.findings.length - FIRST);
    }

    handleWhy(event) {
        const { key } = event.currentTarget.dataset;
        this.turned = this.turned.includes(key) ? this.turned.filter((each) => each !== key) : [...this.turned, key];
    }

    /** The button goes away: who used it by keyboard goes on with the first of what it showed. */
    handleMore() {
        this.all = true;
        this.goOnWith = this.findings[FIRST].key;
    }

    renderedCallback() {
        if (this.goOnWith) {
            this.template.querySelector(`[data-key="${this.goOnWith}"]`)?.focus();
            this.goOnWith = undefined;
        }
    }
}

/** Both sides of a contradiction, the plan's first, as far as each is a record that can be opened. */
function record({ id, other, kind }, index) {
    const { text, planFirst } = CONTRADICTIONS[kind] ?? { text: id, planFirst: true };
    const sides = [
        { id: planFirst ? id : other, label: inPlan },
        { id: planFirst ? other : id, label: inCrm }
    ].filter((side) => RECORD.test(side.id ?? ""));
    return { key: `${id}-${index}`, text, sides: sides.map((side) => ({ ...side, description: text })) };
}

function answer({ because, until }) {
    if (!until) {
        return because ? answeredBecause.replace("{0}", because) : answered;
    }
    const words = because ? answeredUntilBecause.replace("{1}", because) : answeredUntil;
    return words.replace("{0}", inWords(until));
}
