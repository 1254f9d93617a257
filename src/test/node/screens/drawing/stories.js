/** Accounts as the card meets them: what the fields hold, by the story's name. Made up; nobody in them exists. */

const fields = (values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`Plumbline_${name}__c`, { value }]));

const finding = (id, theme, severity, message, remedy, records) => ({ id, theme, severity, message, remedy, records });

const LABELS = {
    executive: "Executives",
    breadth: "Breadth of contact",
    rhythm: "Rhythm",
    momentum: "Momentum",
    value: "Value",
    satisfaction: "Satisfaction",
    "plan.exists": "Account plan",
    "plan.period": "Period of the plan",
    "plan.review": "Review of the plan",
    "plan.substance": "Content of the plan",
    "plan.drift": "Plan against the account today",
    "section.value_opportunities": "Value opportunities",
    "section.decision_makers": "Decision makers",
    "section.action_plan": "Action plan",
    "section.risks": "Risks",
    "role.innovator": "Innovator",
    "role.project_manager": "Project manager"
};

const CURRENT = {
    "plan.exists": "CURRENT",
    "plan.period": "CURRENT",
    "plan.review": "CURRENT",
    "plan.substance": "CURRENT",
    "plan.drift": "CURRENT"
};

const green = {
    version: 1,
    band: "GREEN",
    trend: "IMPROVING",
    currency: "CURRENT",
    reasons: [{ id: "momentum.margin", label: "Margin", points: 2.4 }],
    caps: [],
    findings: [
        finding(
            "vet.linked",
            "vetting",
            "info",
            "1 of 4 value opportunities is not linked to a deal.",
            "Link each value opportunity to its deal, or open one."
        )
    ],
    clocks: CURRENT,
    dimensions: { executive: 94, breadth: 88, rhythm: 97, momentum: 79, value: 85, satisfaction: 91 },
    sections: { value_opportunities: 100, decision_makers: 100, action_plan: 100, risks: 100 },
    missingRoles: [],
    labels: LABELS,
    history: [
        ["2026-02-01", 71],
        ["2026-04-12", 74],
        ["2026-06-30", 80],
        ["2026-09-15", 84],
        ["2026-11-02", 88]
    ]
};

const amber = {
    ...green,
    band: "AMBER",
    trend: "DECLINING",
    reasons: [
        { id: "cap.champion_left", label: "A champion or decision maker left", points: 28 },
        { id: "satisfaction.nps", label: "Recommendation (NPS)", points: 2.2 },
        { id: "momentum.growth", label: "Revenue growth", points: 1.9 }
    ],
    caps: ["cap.champion_left"],
    findings: [
        finding(
            "vet.consistent",
            "vetting",
            "critical",
            "Plan and CRM contradict each other in 2 places: 1 on a lost deal, 1 by a stakeholder who left.",
            "Correct the plan or the CRM, whichever is wrong.",
            [
                { id: "a05000000000001AAA", kind: "lost", other: "006000000000001AAA" },
                { id: "003000000000001AAA", kind: "left", other: "a00000000000001AAA" }
            ]
        ),
        finding(
            "cap.champion_left",
            "relationship",
            "critical",
            "A decision maker left 41 days ago, and nobody in that role has talked to us since; this holds health at 60 at most.",
            "Find out who follows them, and meet that person."
        ),
        finding(
            "section.value_opportunities",
            "thoroughness",
            "warning",
            "Value opportunities: 1 of 3 entries is complete.",
            "Fill in the entries that are incomplete and add those that are missing."
        )
    ],
    dimensions: { executive: 52, breadth: 70, rhythm: 81, momentum: 77, value: 86, satisfaction: 73 },
    sections: { value_opportunities: 33, decision_makers: 100, action_plan: 80, risks: 100 },
    missingRoles: ["innovator"],
    history: [
        ["2026-01-12", 86],
        ["2026-03-02", 88],
        ["2026-08-03", 87],
        ["2026-10-12", 60]
    ]
};

const red = {
    ...amber,
    band: "RED",
    currency: "EXPIRED",
    reasons: [
        { id: "momentum.growth", label: "Revenue growth", points: 15.4 },
        { id: "rhythm.recency", label: "Last contact", points: 11.3 },
        { id: "breadth.engaged", label: "People in touch", points: 10.3 }
    ],
    caps: ["cap.silence"],
    findings: [
        finding(
            "plan.period",
            "currency",
            "critical",
            "The period of the plan ended on 2026-07-09.",
            "Write the plan for the next period, or extend this one if it still holds."
        ),
        finding(
            "rhythm.recency",
            "relationship",
            "critical",
            "No conversation with the customer for 230 days.",
            "Call or visit them."
        ),
        finding(
            "cap.silence",
            "relationship",
            "critical",
            "No conversation with the customer within the last 180 days; this holds health at 40 at most.",
            "Call or visit them now."
        ),
        finding(
            "momentum.growth",
            "relationship",
            "critical",
            "Revenue changed by -60% against the year before.",
            "Find out what they buy less of, and why, and plan how to win it back."
        ),
        finding(
            "breadth.engaged",
            "relationship",
            "warning",
            "1 person of the customer had contact with us within the last 180 days.",
            "Get to know more people there, in other functions too."
        ),
        finding(
            "plan.review",
            "currency",
            "warning",
            "The plan has not been reviewed for 420 days; a review is due every 90 days.",
            "Review the plan with the account team and enter the date."
        )
    ],
    clocks: { ...CURRENT, "plan.period": "EXPIRED", "plan.review": "STALE", "plan.substance": "STALE" },
    dimensions: { executive: null, breadth: 52, rhythm: 13, momentum: 12, value: 38, satisfaction: null },
    sections: { value_opportunities: 0, decision_makers: 0, action_plan: 20, risks: 0 },
    missingRoles: ["project_manager", "innovator"],
    history: [
        ["2026-01-12", 78],
        ["2026-03-02", 74],
        ["2026-05-20", 61],
        ["2026-08-03", 55],
        ["2026-11-22", 28]
    ]
};

const little = {
    ...green,
    band: "INSUFFICIENT",
    trend: "NEW",
    currency: "DUE_SOON",
    reasons: [],
    findings: [],
    clocks: { ...CURRENT, "plan.review": "DUE_SOON" },
    dimensions: { executive: null, breadth: null, rhythm: null, momentum: 66, value: 91, satisfaction: null },
    history: []
};

const from = (...scores) => ["2026-01-12", "2026-05-20", "2026-08-03", "2026-11-20"].map((date, index) => [date, scores[index]]);

const answered = {
    ...red,
    band: "AMBER",
    currency: "STALE",
    caps: [],
    reasons: red.reasons.slice(0, 1),
    findings: red.findings.filter(({ id }) => ["momentum.growth", "plan.review"].includes(id)),
    answered: [
        {
            id: "breadth.engaged",
            theme: "relationship",
            severity: "warning",
            message: "1 person of the customer had contact with us within the last 180 days.",
            because: "They buy through one person only, by contract.",
            by: "005000000000001AAA",
            until: "2027-03-31"
        },
        {
            id: "section.risks",
            theme: "thoroughness",
            severity: "warning",
            message: "Risks: 2 of 5 entries are complete."
        }
    ],
    clocks: { ...CURRENT, "plan.review": "STALE" },
    history: from(81, 74, 66, 55)
};

/** Nobody has written a plan: what would be said about one is not known, and that is said. */
const planless = {
    ...green,
    band: "AMBER",
    trend: "STEADY",
    currency: "MISSING",
    reasons: [],
    findings: [
        finding("plan.exists", "currency", "critical", "No active plan governs this account.", "Write an account plan.")
    ],
    history: from(76, 75, 73, 74),
    clocks: { "plan.exists": "MISSING" },
    sections: {},
    missingRoles: []
};

/** What an org writes whose administrator has translated the labels and the wording. */
const german = {
    ...red,
    reasons: [
        { id: "momentum.growth", label: "Umsatzwachstum", points: 15.4 },
        { id: "rhythm.recency", label: "Letzter Kontakt", points: 11.3 },
        { id: "breadth.engaged", label: "Kontaktierte Personen", points: 10.3 }
    ],
    findings: [
        finding(
            "plan.period",
            "currency",
            "critical",
            "Der Zeitraum des Plans endete am 09.07.2026.",
            "Schreiben Sie den Plan für den nächsten Zeitraum, oder verlängern Sie diesen, wenn er noch gilt."
        ),
        finding(
            "momentum.growth",
            "relationship",
            "critical",
            "Der Umsatz hat sich gegenüber dem Vorjahr um -60 % verändert.",
            "Finden Sie heraus, wovon sie weniger kaufen, und warum."
        ),
        finding(
            "cap.silence",
            "relationship",
            "critical",
            "In den letzten 180 Tagen kein Gespräch mit dem Kunden; das hält die Note bei höchstens 40.",
            "Rufen Sie an, oder besuchen Sie sie jetzt."
        )
    ],
    labels: {
        executive: "Führungskräfte",
        breadth: "Breite der Kontakte",
        rhythm: "Rhythmus",
        momentum: "Schwung",
        value: "Nutzen",
        satisfaction: "Zufriedenheit",
        "plan.exists": "Account-Plan",
        "plan.period": "Zeitraum des Plans",
        "plan.review": "Durchsicht des Plans",
        "plan.substance": "Inhalt des Plans",
        "plan.drift": "Plan gegen heutigen Account",
        "section.value_opportunities": "Wertbeiträge",
        "section.decision_makers": "Entscheidungsträger",
        "section.action_plan": "Maßnahmenplan",
        "section.risks": "Risiken",
        "role.innovator": "Innovator",
        "role.project_manager": "Projektleitung"
    }
};

const written = (detail, values) => ({
    fields: fields({
        Band: { GREEN: "Green", AMBER: "Amber", RED: "Red", INSUFFICIENT: "Not enough data" }[detail.band],
        Trend: "Steady",
        Plan_Currency: "Current",
        Changed_On: "2026-11-20T05:00:00.000Z",
        Confidence: 92,
        Reasons: null,
        Next_Step: detail.findings[0]?.remedy ?? null,
        Role_Coverage: 100,
        Detail: JSON.stringify(detail),
        ...values
    })
});

const stories = {
    green: written(green, { Health: 88, Retention: 91, Growth: 83, Thoroughness: 97, Vetting: 90, Execution: 94 }),
    contradictions: written(amber, {
        Health: 60,
        Retention: 60,
        Growth: 80,
        Thoroughness: 74,
        Vetting: 61,
        Execution: 92,
        Role_Coverage: 78
    }),
    "expired-plan": written(red, {
        Health: 28,
        Retention: 35,
        Growth: 20,
        Thoroughness: 12,
        Vetting: 40,
        Execution: 0,
        Role_Coverage: 33,
        Confidence: 69
    }),
    "not-enough-data": written(little, {
        Health: 82,
        Retention: null,
        Growth: 74,
        Thoroughness: 95,
        Vetting: null,
        Execution: 91,
        Role_Coverage: null,
        Confidence: 31
    }),
    "detail-cut": written(
        { band: "AMBER", findings: [], cut: true },
        {
            Health: 58,
            Retention: 55,
            Growth: 61,
            Thoroughness: 48,
            Vetting: 66,
            Execution: 70,
            Next_Step: "Call or visit them.",
            Reasons: "Last contact: -12 points\nDeals that slip: -4 points"
        }
    ),
    "never-judged": { fields: fields({ Band: null, Changed_On: null }) },
    hidden: { fields: {} },
    error: { error: { body: { message: "The record could not be reached." } } },
    loading: {}
};
const RED = {
    Health: 28,
    Retention: 35,
    Growth: 20,
    Thoroughness: 12,
    Vetting: 40,
    Execution: 0,
    Role_Coverage: 33,
    Confidence: 69
};
stories.answered = written(answered, { ...RED, Health: 55, Retention: 62, Growth: 41, Thoroughness: 58 });
stories["no-plan"] = written(planless, { Health: 74, Retention: 80, Growth: 66, Thoroughness: 0, Vetting: null, Execution: null });
stories["nothing-to-do"] = written({ ...green, reasons: [], findings: [], history: from(84, 88, 95, 97) }, { Health: 97, Retention: 98, Growth: 96, Thoroughness: 100, Vetting: 100, Execution: 94 });
stories["newer-detail"] = written({ ...amber, version: 2 }, { Health: 60, Retention: 60, Growth: 80, Thoroughness: 74, Vetting: 61, Execution: 92, Role_Coverage: 78 });
stories["detail-hidden"] = written(amber, { Health: 60, Retention: 60, Growth: 80, Thoroughness: 74, Vetting: 61, Execution: 92, Role_Coverage: 78 });
delete stories["detail-hidden"].fields.Plumbline_Detail__c;
stories.german = { ...written(german, RED), language: "de" };
stories["expired-plan-dark"] = { ...stories["expired-plan"], theme: "dark" };
stories["contradictions-dark"] = { ...stories.contradictions, theme: "dark" };
stories["never-judged-dark"] = { ...stories["never-judged"], theme: "dark" };
stories["expired-plan-compact"] = { ...stories["expired-plan"], density: "compact" };
stories["contradictions-compact"] = { ...stories.contradictions, density: "compact" };

module.exports = { stories };
