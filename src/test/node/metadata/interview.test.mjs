// What a person sees and what Plumbline is asked when the flows run: every way through them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT } from './check.mjs';
import { Interview } from './interview.mjs';
import { readProject } from './project.mjs';

const { components } = readProject(PROJECT);
const FLOWS = new Map(components.filter(({ type }) => type === 'Flow').map(({ name, element }) => [name, element]));
const ENGLISH = new Map(
    components.filter(({ type }) => type === 'CustomLabels').flatMap(({ element }) => element.all('labels').map((each) => [each.text('fullName'), each.text('value')]))
);
const GERMAN = new Map(
    components.filter(({ type }) => type === 'Translations').flatMap(({ element }) => element.all('customLabels').map((each) => [each.text('name'), each.text('label')]))
);

const ACCOUNT = { Id: '001000000000001AAA', Name: 'Brennick Pantry Foods', Phone: '+49 1' };
const GLOBALS = {
    '$Organization.Id': '00D000000000001AAA',
    '$User.Id': '005000000000001AAA',
    '$Flow.CurrentDate': '2026-11-30',
    '$Flow.CurrentDateTime': '2026-11-30T10:15:00.000Z',
    '$Flow.InterviewGuid': '8f14e45fceea167a5a36dedd4bea2543-4c1d',
};
const FINDINGS = [
    { key: 'role.sponsor', check: 'Roles', sentence: 'Nobody is executive sponsor.', step: 'Name one.', answered: false },
    { key: 'plan.risks', check: 'Sections', sentence: 'No risk is written down.', step: 'Write it down.', answered: false },
    { key: 'plan.value', check: 'Value', sentence: 'No value is delivered.', step: 'Ask.', answered: true, answeredBecause: 'Too early.', answeredUntil: '2027-01-31' },
];
const VERDICT = {
    accountId: ACCOUNT.Id,
    asOf: '2026-11-30',
    band: 'Amber',
    health: 58,
    trend: 'Declining',
    confidence: 80,
    planCurrency: 'Stale',
    nextStep: 'Review the plan.',
    reasons: ['The plan was not reviewed for 130 days.', 'Nobody is executive sponsor.'],
    findings: FINDINGS,
};

/** Runs a flow; `answers` of the service by operation, a function fails the call. Gives the screens and what was asked. */
async function play(flow, answers, { fill = {}, visible = true, labels = ENGLISH } = {}) {
    const asked = [];
    const interview = new Interview({
        flows: FLOWS,
        labels,
        globals: GLOBALS,
        find: (object, { Id }) => (visible && object === 'Account' && Id === ACCOUNT.Id ? ACCOUNT : undefined),
        call: async (operation, inputs) => {
            asked.push({ operation, ...inputs });
            const answer = answers[operation.split('.')[1]];
            return typeof answer === 'function' ? answer() : answer;
        },
        fill: () => fill,
    });
    const screens = await interview.run(flow, { recordId: ACCOUNT.Id });
    return { asked, screens, last: screens.at(-1), text: screens.at(-1).texts.join('\n') };
}

const given = (verdict) => ({ 200: verdict, responseCode: 200 });
const refused = (status) => ({ responseCode: status });

test('judges again and shows the fresh verdict', async () => {
    const { asked, screens, text } = await play('Plumbline_Judge_Again', { judgeAccount: given(VERDICT) });
    assert.deepEqual(asked, [
        {
            operation: 'Plumbline.judgeAccount',
            accountId: ACCOUNT.Id,
            body: {
                orgId: GLOBALS['$Organization.Id'],
                requestId: GLOBALS['$Flow.InterviewGuid'],
                requestedAt: GLOBALS['$Flow.CurrentDateTime'],
                requestedBy: GLOBALS['$User.Id'],
            },
        },
    ]);
    assert.equal(screens.length, 1);
    assert.equal(
        text,
        [
            '<p><b>Brennick Pantry Foods</b></p><p>Judged now: 2026-11-30</p>',
            '<p><b>Amber</b>, 58 of 100. Declining.</p>',
            '<p><b>What pulls it down</b></p><ul><li>The plan was not reviewed for 130 days.</li><li>Nobody is executive sponsor.</li></ul>',
            '<p><b>What to do next</b></p><p>Review the plan.</p>',
            '<p>Reload the page to see it there as well.</p>',
        ].join('\n')
    );
});

test('shows it in German', async () => {
    const { text } = await play('Plumbline_Judge_Again', { judgeAccount: given(VERDICT) }, { labels: GERMAN });
    assert.match(text, /Jetzt beurteilt: .*Gelb<\/b>, 58 von 100\. Wird schlechter\..*Was die Note drückt/s);
    assert.doesNotMatch(text, /Amber|Declining|Judged/);
});

test('shows no score when too little is known, and does not call that good', async () => {
    const { text } = await play('Plumbline_Judge_Again', { judgeAccount: given({ ...VERDICT, band: 'Not enough data', health: undefined, trend: 'New', reasons: [] }) });
    assert.match(text, /Not enough data<\/b>\. Health is not assessed/);
    assert.doesNotMatch(text, /of 100|Nothing pulls it down/);
});

test('says when there is nothing to say', async () => {
    const { text } = await play('Plumbline_Judge_Again', { judgeAccount: given({ ...VERDICT, band: 'Green', health: 91, reasons: [], nextStep: '' }) });
    assert.match(text, /Green<\/b>, 91.*Nothing pulls it down\..*There is nothing to do first\./s);
});

for (const flow of ['Plumbline_Judge_Again', 'Plumbline_Answer_Finding']) {
    test(`${flow} asks nobody for an account that its user does not see`, async () => {
        const { asked, text } = await play(flow, {}, { visible: false });
        assert.deepEqual(asked, []);
        assert.match(text, /You cannot see this account/);
    });
}

const REFUSALS = {
    400: /could not do this.*HTTP 400/s,
    401: /renew the token.*HTTP 401/s,
    403: /renew the token.*HTTP 403/s,
    404: /does not know this account or no longer has this finding/,
    409: /has this request already/,
    413: /could not do this.*HTTP 413/s,
    429: /asked too often/,
    500: /could not do this.*HTTP 500/s,
    503: /at work on your org right now/,
};
const CALLS = {
    Plumbline_Judge_Again: (answer) => ({ judgeAccount: answer }),
    Plumbline_Answer_Finding: (answer) => ({ readVerdict: answer }),
};
const ANSWER = { Finding: 'plan.risks', Reason: 'A small account has none.', Until: '2027-05-31' };

for (const [flow, answers] of Object.entries(CALLS)) {
    for (const [status, words] of Object.entries(REFUSALS)) {
        test(`${flow} says what ${status} means`, async () => {
            const { screens, text } = await play(flow, answers(refused(Number(status))));
            assert.equal(screens.length, 1);
            assert.match(text, words);
        });
    }
    test(`${flow} says that Plumbline could not be reached`, async () => {
        const unreachable = () => {
            throw new Error('Read timed out');
        };
        const { text } = await play(flow, answers(unreachable));
        assert.match(text, /could not be reached.*Read timed out/s);
        assert.doesNotMatch(text, /HTTP/);
    });
}

test('offers the open findings, sends the answer, shows the fresh verdict', async () => {
    const { asked, screens, text } = await play('Plumbline_Answer_Finding', { readVerdict: given(VERDICT), answerFinding: given({ ...VERDICT, health: 58, nextStep: 'Name one.' }) }, { fill: ANSWER });
    const [ask] = screens;
    assert.deepEqual(ask.choices.Finding, [
        { label: 'Nobody is executive sponsor.', value: 'role.sponsor' },
        { label: 'No risk is written down.', value: 'plan.risks' },
    ]);
    assert.match(ask.texts.join(''), /Already answered.*<li>No value is delivered\. Too early\. \(until 2027-01-31\)<\/li>/s);
    assert.deepEqual(asked, [
        { operation: 'Plumbline.readVerdict', accountId: ACCOUNT.Id, orgId: GLOBALS['$Organization.Id'] },
        {
            operation: 'Plumbline.answerFinding',
            accountId: ACCOUNT.Id,
            body: {
                orgId: GLOBALS['$Organization.Id'],
                requestId: GLOBALS['$Flow.InterviewGuid'],
                requestedAt: GLOBALS['$Flow.CurrentDateTime'],
                answeredBy: GLOBALS['$User.Id'],
                finding: 'plan.risks',
                reason: 'A small account has none.',
                until: '2027-05-31',
            },
        },
    ]);
    assert.match(text, /Your answer is kept: 2026-11-30.*Name one\./s);
});

test('proposes three months', async () => {
    const { asked } = await play('Plumbline_Answer_Finding', { readVerdict: given(VERDICT), answerFinding: given(VERDICT) }, { fill: { Finding: 'plan.risks', Reason: 'None.' } });
    assert.equal(asked[1].body.until, '2027-02-28');
});

const ENTERED = [
    [{ Until: '2026-11-30' }, /day after today/],
    [{ Until: '2026-12-01' }, undefined],
    [{ Until: '2027-11-29' }, undefined],
    [{ Until: '2027-11-30' }, /day after today/],
    [{ Until: undefined }, /Until is required/],
    [{ Reason: undefined }, /Reason is required/],
    [{ Reason: '   ' }, /at most 500 characters/],
    [{ Reason: 'x'.repeat(500) }, undefined],
    [{ Reason: 'x'.repeat(501) }, /at most 500 characters/],
    [{ Finding: undefined }, /Finding is required/],
];
for (const [changed, error] of ENTERED) {
    const [[field, value]] = Object.entries(changed);
    test(`${error ? 'refuses' : 'takes'} ${field} '${value?.length > 20 ? `${value.length} characters` : value}'`, async () => {
        const { asked, screens } = await play('Plumbline_Answer_Finding', { readVerdict: given(VERDICT), answerFinding: given(VERDICT) }, { fill: { ...ANSWER, ...changed } });
        assert.equal(asked.length, error ? 1 : 2);
        if (error) {
            assert.match(screens.at(-1).errors.join(), error);
        }
    });
}

test('says that nothing is open, and what was answered', async () => {
    const { asked, screens, text } = await play('Plumbline_Answer_Finding', { readVerdict: given({ ...VERDICT, findings: [FINDINGS[2]] }) });
    assert.equal(asked.length, 1);
    assert.equal(screens.length, 1);
    assert.match(text, /There is no open finding.*Already answered.*Too early\./s);
});

test('says when the answer is refused', async () => {
    const { text } = await play('Plumbline_Answer_Finding', { readVerdict: given(VERDICT), answerFinding: refused(404) }, { fill: ANSWER });
    assert.match(text, /no longer has this finding/);
});
