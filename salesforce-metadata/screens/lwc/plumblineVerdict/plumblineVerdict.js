/**
 * What the card shows, made from the fields that Plumbline wrote on an account. No number is computed here: the card
 * shows the verdict that was written, or says why there is none.
 */

/** What the card can say about an account. */
export const State = Object.freeze({
    /** The fields are not visible: the permission set is missing. */
    HIDDEN: "hidden",
    /** Plumbline has never written to this account. */
    NEVER: "never",
    /** Too little is known for a verdict, which is no bad mark. */
    UNKNOWN: "unknown",
    JUDGED: "judged"
});

/** The version of the detail that this card was written for (io.plumbline.change.field.DetailJson). */
const VERSION = 1;
const CONTRADICTIONS = "vet.consistent";
const BANDS = { Green: "GREEN", Amber: "AMBER", Red: "RED", "Not enough data": "INSUFFICIENT" };
const TRENDS = { New: "NEW", Improving: "IMPROVING", Steady: "STEADY", Declining: "DECLINING" };
const CURRENCIES = { Current: "CURRENT", "Due soon": "DUE_SOON", Stale: "STALE", Expired: "EXPIRED", Missing: "MISSING" };

/**
 * @param values the values of the fields by short name; undefined where the person may not see the field
 * @returns what the card shows
 */
export function readVerdict(values) {
    if (values.band === undefined || values.changedOn === undefined) {
        return { state: State.HIDDEN };
    }
    if (!values.changedOn) {
        return { state: State.NEVER };
    }
    const detail = parse(values.detail);
    const labels = detail.labels ?? {};
    const band = detail.band ?? BANDS[values.band] ?? "INSUFFICIENT";
    const findings = (detail.findings ?? []).map((each, index) => ({ ...each, key: `${each.id}-${index}` }));
    const why = reasons(detail, values.reasons, findings);
    // What is said under "What pulls it down" is not said again below it.
    const rest = findings.filter(({ key }) => !why.some((reason) => reason.key === key));
    return {
        state: band === "INSUFFICIENT" ? State.UNKNOWN : State.JUDGED,
        band,
        trend: detail.trend ?? TRENDS[values.trend] ?? "NEW",
        score: values.health ?? null,
        confidence: values.confidence ?? null,
        currency: detail.currency ?? CURRENCIES[values.currency] ?? null,
        changedOn: values.changedOn,
        nextStep: values.nextStep ?? "",
        reasons: why,
        history: (detail.history ?? []).map(([date, score]) => ({ date, score })),
        sides: [
            { id: "retention", score: values.retention ?? null },
            { id: "growth", score: values.growth ?? null }
        ],
        dimensions: scores(detail.dimensions, "", labels),
        relationship: rest.filter(({ theme }) => theme === "relationship"),
        plan: {
            scores: [
                { id: "thoroughness", score: values.thoroughness ?? null },
                { id: "vetting", score: values.vetting ?? null },
                { id: "execution", score: values.execution ?? null }
            ],
            clocks: Object.entries(detail.clocks ?? {}).map(([id, verdict]) => ({ id, verdict, label: name(id, labels) })),
            sections: scores(detail.sections, "section.", labels),
            roles: (detail.missingRoles ?? []).map((id) => ({ id, label: name(`role.${id}`, labels) })),
            roleCoverage: values.roleCoverage ?? null,
            contradictions: rest.filter(({ id }) => id === CONTRADICTIONS),
            findings: rest.filter(({ theme, id }) => theme !== "relationship" && id !== CONTRADICTIONS)
        },
        answered: (detail.answered ?? []).map((each) => ({ ...each, key: `answered-${each.id}`, answered: true })),
        cut: detail.cut === true || detail.unreadable === true,
        newer: detail.version > VERSION,
        detailHidden: values.detail === undefined,
        complete: Array.isArray(detail.findings) && detail.cut !== true
    };
}

/** A text that is not what Plumbline wrote must not cost the fields beside it. */
function parse(text) {
    try {
        const detail = JSON.parse(text || "{}");
        return detail !== null && typeof detail === "object" ? detail : { unreadable: true };
    } catch {
        return { unreadable: true };
    }
}

/**
 * The measures that cost most, each with the finding that says it in words; from the text for people when the detail does
 * not have them.
 */
function reasons(detail, text, findings) {
    if (detail.reasons) {
        return detail.reasons.map(({ id, label, points }) => ({
            key: `reason-${id}`,
            severity: "info",
            ...findings.find((each) => each.id === id),
            id,
            heading: label,
            points: Math.round(points)
        }));
    }
    return (text ?? "")
        .split("\n")
        .filter(Boolean)
        .map((label) => ({ key: label, id: label, severity: "info", message: label, points: null }));
}

function scores(byId, prefix, labels) {
    return Object.entries(byId ?? {}).map(([id, score]) => ({ id, score, label: name(prefix + id, labels) }));
}

/** The administrator's own name for it, which comes with the verdict; else the id made readable. */
function name(id, labels) {
    return labels[id] ?? readable(id.substring(id.lastIndexOf(".") + 1));
}

function readable(id) {
    const words = id.replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.substring(1);
}
