package io.plumbline.flow.checkup;

import io.plumbline.config.Configuration;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.LocalDate;

/**
 * An org that can be asked.
 *
 * @param today in the org's time zone
 */
record SignedIn(SalesforceOrg salesforce, OrgIdentity identity, Configuration configuration, LocalDate today) {}
