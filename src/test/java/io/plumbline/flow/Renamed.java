package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceOrg;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** An org under another Id: all sandboxes have the same one, and several orgs are to be told apart. */
final class Renamed {

    private Renamed() {}

    static SalesforceOrg to(RecordId alias, SalesforceOrg org) {
        return (SalesforceOrg) Proxy.newProxyInstance(
                SalesforceOrg.class.getClassLoader(),
                new Class<?>[] {SalesforceOrg.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(org, arguments);
                        return answer instanceof OrgIdentity identity ? renamed(identity, alias) : answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static OrgIdentity renamed(OrgIdentity identity, RecordId alias) {
        return new OrgIdentity(
                alias,
                identity.instance(),
                identity.userId(),
                identity.userName(),
                identity.timeZone(),
                identity.locale(),
                identity.fiscalYear(),
                identity.currency(),
                identity.multiCurrency());
    }
}
