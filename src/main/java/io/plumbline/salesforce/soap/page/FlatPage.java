package io.plumbline.salesforce.soap.page;

import io.plumbline.crm.CrmRecord;
import java.util.List;

/** A page that was read: its records and what was said around them. */
public record FlatPage(List<CrmRecord> records, PageFrame frame) {}
