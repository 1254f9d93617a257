import { LightningElement, api } from "lwc";
import critical from "@salesforce/label/c.Plumbline_Critical";
import warning from "@salesforce/label/c.Plumbline_Warning";
import info from "@salesforce/label/c.Plumbline_Info";
import why from "@salesforce/label/c.Plumbline_Why";
import whyAbout from "@salesforce/label/c.Plumbline_Why_About";
import more from "@salesforce/label/c.Plumbline_More";
import check from "@salesforce/label/c.Plumbline_Check";
import lost from "@salesforce/label/c.Plumbline_Contradiction_Lost";
import amount from "@salesforce/label/c.Plumbline_Contradiction_Amount";
import left from "@salesforce/label/c.Plumbline_Contradiction_Left";
import owner from "@salesforce/label/c.Plumbline_Contradiction_Owner";
import foreign from "@salesforce/label/c.Plumbline_Contradiction_Foreign";

const SEVERITIES = {
    critical: { text: critical, icon: "utility:error", variant: "error" },
    warning: { text: warning, icon: "utility:warning", variant: "warning" },
    info: { text: info, icon: "utility:info", variant: "" }
};
const RECORDS = { lost, amount, left, owner, foreign };
const FIRST = 3;

/** What Plumbline found, the worst first. "Why?" opens what to do, the check's name and the records concerned. */
export default class PlumblineFindings extends LightningElement {
    /** Findings as plumblineVerdict read them, in the order of the verdict. */
    @api findings = [];
    labels = { why };
    open = [];
    all = false;

    get shown() {
        return (this.all ? this.findings : this.findings.slice(0, FIRST)).map((finding) => {
            const severity = SEVERITIES[finding.severity] ?? SEVERITIES.info;
            const expanded = this.open.includes(finding.key);
            return {
                key: finding.key,
                message: finding.message,
                remedy: finding.remedy,
                icon: severity.icon,
                variant: severity.variant,
                severityText: severity.text,
                expanded: String(expanded),
                folded: !expanded,
                whyText: whyAbout.replace("{0}", finding.message),
                source: check.replace("{0}", finding.id),
                records: finding.records?.map(({ id, kind }, index) => ({
                    id,
                    key: `${id}-${index}`,
                    label: RECORDS[kind] ?? id
                }))
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
        this.open = this.open.includes(key) ? this.open.filter((each) => each !== key) : [...this.open, key];
    }

    handleMore() {
        this.all = true;
    }
}
