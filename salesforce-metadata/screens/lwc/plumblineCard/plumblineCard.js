import { LightningElement, api, wire } from "lwc";
import { getFieldValue, getRecord } from "lightning/uiRecordApi";
import BAND from "@salesforce/schema/Account.Plumbline_Band__c";
import CHANGED_ON from "@salesforce/schema/Account.Plumbline_Changed_On__c";
import CONFIDENCE from "@salesforce/schema/Account.Plumbline_Confidence__c";
import CURRENCY from "@salesforce/schema/Account.Plumbline_Plan_Currency__c";
import DETAIL from "@salesforce/schema/Account.Plumbline_Detail__c";
import EXECUTION from "@salesforce/schema/Account.Plumbline_Execution__c";
import GROWTH from "@salesforce/schema/Account.Plumbline_Growth__c";
import HEALTH from "@salesforce/schema/Account.Plumbline_Health__c";
import NEXT_STEP from "@salesforce/schema/Account.Plumbline_Next_Step__c";
import REASONS from "@salesforce/schema/Account.Plumbline_Reasons__c";
import RETENTION from "@salesforce/schema/Account.Plumbline_Retention__c";
import ROLE_COVERAGE from "@salesforce/schema/Account.Plumbline_Role_Coverage__c";
import THOROUGHNESS from "@salesforce/schema/Account.Plumbline_Thoroughness__c";
import TREND from "@salesforce/schema/Account.Plumbline_Trend__c";
import VETTING from "@salesforce/schema/Account.Plumbline_Vetting__c";
import title from "@salesforce/label/c.Plumbline_Title";
import loading from "@salesforce/label/c.Plumbline_Loading";
import error from "@salesforce/label/c.Plumbline_Error";
import hidden from "@salesforce/label/c.Plumbline_Hidden";
import hiddenAdvice from "@salesforce/label/c.Plumbline_Hidden_Advice";
import never from "@salesforce/label/c.Plumbline_Never";
import neverAdvice from "@salesforce/label/c.Plumbline_Never_Advice";
import notAssessed from "@salesforce/label/c.Plumbline_Not_Assessed";
import notAssessedBecause from "@salesforce/label/c.Plumbline_Not_Assessed_Because";
import notAssessedAtAll from "@salesforce/label/c.Plumbline_Not_Assessed_At_All";
import nextStep from "@salesforce/label/c.Plumbline_Next_Step";
import reasons from "@salesforce/label/c.Plumbline_Reasons";
import points from "@salesforce/label/c.Plumbline_Points";
import relationship from "@salesforce/label/c.Plumbline_Relationship";
import retention from "@salesforce/label/c.Plumbline_Retention";
import growth from "@salesforce/label/c.Plumbline_Growth";
import plan from "@salesforce/label/c.Plumbline_Plan";
import answered from "@salesforce/label/c.Plumbline_Answered_Findings";
import nothingToDo from "@salesforce/label/c.Plumbline_Nothing_To_Do";
import cut from "@salesforce/label/c.Plumbline_Cut";
import newer from "@salesforce/label/c.Plumbline_Newer";
import detailHidden from "@salesforce/label/c.Plumbline_Detail_Hidden";
import { State, readVerdict } from "c/plumblineVerdict";

const FIELDS = {
    band: BAND,
    changedOn: CHANGED_ON,
    confidence: CONFIDENCE,
    currency: CURRENCY,
    detail: DETAIL,
    execution: EXECUTION,
    growth: GROWTH,
    health: HEALTH,
    nextStep: NEXT_STEP,
    reasons: REASONS,
    retention: RETENTION,
    roleCoverage: ROLE_COVERAGE,
    thoroughness: THOROUGHNESS,
    trend: TREND,
    vetting: VETTING
};
const SIDES = { retention, growth };
const EMPTY = {
    [State.HIDDEN]: { text: hidden, advice: hiddenAdvice, icon: "utility:lock" },
    [State.NEVER]: { text: never, advice: neverAdvice, icon: "utility:clock" }
};

/** Plan and relationship of an account, as Plumbline judges them. It shows what was written and computes nothing. */
export default class PlumblineCard extends LightningElement {
    @api recordId;
    labels = { title, loading, error, notAssessed, nextStep, nothingToDo, reasons, relationship, plan, answered };
    verdict;
    error;

    /** Optional fields, so that a person who may see only some of them still sees those. */
    @wire(getRecord, { recordId: "$recordId", optionalFields: Object.values(FIELDS) })
    receive({ data, error: failure }) {
        if (data) {
            const values = Object.entries(FIELDS).map(([name, field]) => [name, getFieldValue(data, field)]);
            this.verdict = readVerdict(Object.fromEntries(values));
            this.error = undefined;
        } else if (failure) {
            this.error = failure.body?.message ?? failure.statusText ?? "";
        }
    }

    get loading() {
        return !this.verdict && this.error === undefined;
    }

    get failed() {
        return this.error !== undefined;
    }

    get empty() {
        return EMPTY[this.verdict.state];
    }

    get emptyText() {
        return this.empty?.text;
    }

    get emptyAdvice() {
        return this.empty?.advice;
    }

    get emptyIcon() {
        return this.empty?.icon;
    }

    get unknown() {
        return this.verdict.state === State.UNKNOWN;
    }

    /** Names what is not known, so that somebody can see to it. */
    get unknownText() {
        const missing = this.verdict.dimensions.filter(({ score }) => score === null).map(({ label }) => label);
        return missing.length > 0 ? notAssessedBecause.replace("{0}", missing.join(", ")) : notAssessedAtAll;
    }

    get hasReasons() {
        return this.verdict.reasons.length > 0;
    }

    get reasons() {
        return this.verdict.reasons.map((reason) => ({
            ...reason,
            points: reason.points === null ? "" : points.replace("{0}", reason.points)
        }));
    }

    /** Only where the detail is there to tell: no news is not good news. */
    get nothingToDo() {
        const { state, complete, relationship: found, plan: judged } = this.verdict;
        return state === State.JUDGED && complete && found.length + judged.findings.length === 0;
    }

    get hasFindings() {
        return this.verdict.relationship.length > 0;
    }

    get hasAnswered() {
        return this.verdict.answered.length > 0;
    }

    /** What is not to be seen here although it may be there. */
    get notes() {
        return [
            { id: "cut", text: cut, applies: this.verdict.cut },
            { id: "newer", text: newer, applies: this.verdict.newer },
            { id: "hidden", text: detailHidden, applies: this.verdict.detailHidden }
        ].filter(({ applies }) => applies);
    }

    get sides() {
        return this.verdict.sides.map(({ id, score }) => ({ id, score, label: SIDES[id] }));
    }

    get hasDimensions() {
        return this.verdict.dimensions.length > 0;
    }
}
