// Where a Lightning component may be put.
const TARGETS = new Set(['lightning__RecordPage', 'lightning__AppPage', 'lightning__HomePage', 'lightning__RecordAction', 'lightning__FlowScreen', 'lightning__UtilityBar', 'lightning__Tab']);

export function targetProblems({ file, element }) {
    const targets = element.deep('target').map(({ value }) => value);
    const configured = element.deep('targetConfig').length > 0;
    return [
        ...targets.filter((target) => !TARGETS.has(target)).map((target) => `${file}: components cannot be put on ${target}`),
        ...(element.text('isExposed') === 'true' && targets.length === 0 ? [`${file}: is exposed, but has no target`] : []),
        ...(configured && targets.length === 0 ? [`${file}: configures targets that it does not have`] : []),
    ];
}
