package io.plumbline.flow;

import io.plumbline.config.Configuration;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.flow.judging.Judging;
import io.plumbline.flow.reading.OrgReading;

/** What reads and judges by one configuration. */
record PreviewParts(Configuration configuration, OrgReading reading, Dossiers dossiers, Judging judging) {}
