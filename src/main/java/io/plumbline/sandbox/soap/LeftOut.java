package io.plumbline.sandbox.soap;

import java.util.Set;

/** What the Partner WSDL has and the sandbox has not. */
final class LeftOut {

    static final Set<String> OPERATIONS = Set.of(
            "changeOwnPassword",
            "convertLead",
            "deleteByExample",
            "describeAllTabs",
            "describeApprovalLayout",
            "describeAvailableQuickActions",
            "describeCompactLayouts",
            "describeLayout",
            "describePrimaryCompactLayouts",
            "describeQuickActions",
            "describeSearchScopeOrder",
            "describeSearchableEntities",
            "describeSoftphoneLayout",
            "describeTabs",
            "describeTheme",
            "executeListView",
            "findDuplicates",
            "findDuplicatesByIds",
            "performQuickActions",
            "process",
            "renderEmailTemplate",
            "resetPassword",
            "search",
            "sendEmail",
            "sendEmailMessage",
            "setPassword");

    private LeftOut() {}
}
