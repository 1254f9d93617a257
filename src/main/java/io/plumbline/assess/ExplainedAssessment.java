package io.plumbline.assess;

import io.plumbline.assess.explanation.Explanation;

/** An assessment and what each of its numbers comes from. */
public record ExplainedAssessment(Assessment assessment, Explanation explanation) {}
