import { LightningElement, api } from "lwc";
import current from "@salesforce/label/c.Plumbline_Current";
import dueSoon from "@salesforce/label/c.Plumbline_Due_Soon";
import stale from "@salesforce/label/c.Plumbline_Stale";
import expired from "@salesforce/label/c.Plumbline_Expired";
import missing from "@salesforce/label/c.Plumbline_Missing";
import unknown from "@salesforce/label/c.Plumbline_Not_Known";
import thoroughness from "@salesforce/label/c.Plumbline_Thoroughness";
import vetting from "@salesforce/label/c.Plumbline_Vetting";
import execution from "@salesforce/label/c.Plumbline_Execution";
import coverage from "@salesforce/label/c.Plumbline_Role_Coverage";
import clocks from "@salesforce/label/c.Plumbline_Clocks";
import sections from "@salesforce/label/c.Plumbline_Sections";
import roles from "@salesforce/label/c.Plumbline_Roles";
import contradictions from "@salesforce/label/c.Plumbline_Contradictions";
import withoutPlan from "@salesforce/label/c.Plumbline_Without_Plan";
import findings from "@salesforce/label/c.Plumbline_Plan_Findings";

const VERDICTS = {
    CURRENT: { text: current, icon: "utility:success", variant: "success", theme: "slds-theme_success" },
    DUE_SOON: { text: dueSoon, icon: "utility:clock", variant: "", theme: "" },
    STALE: { text: stale, icon: "utility:warning", variant: "warning", theme: "slds-theme_warning" },
    EXPIRED: { text: expired, icon: "utility:error", variant: "error", theme: "slds-theme_error" },
    MISSING: { text: missing, icon: "utility:error", variant: "error", theme: "slds-theme_error" }
};
const UNKNOWN = { text: unknown, icon: "utility:help", variant: "", theme: "" };
const NAMES = { thoroughness, vetting, execution };
const COMPLETE = 100;

/** How current, complete, defensible and executed the account plan is, and what it lacks. */
export default class PlumblinePlan extends LightningElement {
    /** The plan part of what plumblineVerdict read. */
    @api plan;
    /** The plan's currency: CURRENT, DUE_SOON, STALE, EXPIRED, MISSING, or null. */
    @api currency;
    labels = { clocks, sections, roles, contradictions, findings, withoutPlan };

    get verdict() {
        return VERDICTS[this.currency] ?? UNKNOWN;
    }

    get currencyText() {
        return this.verdict.text;
    }

    get badgeClass() {
        return `slds-badge ${this.verdict.theme}`;
    }

    get scores() {
        return [
            ...this.plan.scores.map(({ id, score }) => ({ id, score, label: NAMES[id] })),
            { id: "roleCoverage", score: this.plan.roleCoverage, label: coverage }
        ];
    }

    /** Why there is nothing to say about a plan that is not there. */
    get withoutPlan() {
        return this.currency === "MISSING";
    }

    get hasClocks() {
        return this.plan.clocks.length > 0;
    }

    get clocks() {
        return this.plan.clocks.map(({ id, label, verdict }) => ({ id, label, ...(VERDICTS[verdict] ?? UNKNOWN) }));
    }

    /** Sections that are not complete, the emptiest first; what is not measured is no gap. */
    get gaps() {
        return this.plan.sections
            .filter(({ score }) => score !== null && score < COMPLETE)
            .sort((one, other) => one.score - other.score);
    }

    get hasGaps() {
        return this.gaps.length > 0;
    }

    get hasMissingRoles() {
        return this.plan.roles.length > 0;
    }

    get hasContradictions() {
        return this.plan.contradictions.length > 0;
    }

    get hasFindings() {
        return this.plan.findings.length > 0;
    }
}
