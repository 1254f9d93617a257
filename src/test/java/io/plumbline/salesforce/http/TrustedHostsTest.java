package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Trap("L4")
class TrustedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com",
                "https://acme.my.salesforce.com/",
                "https://acme.my.salesforce.com:443",
                "https://ACME.My.Salesforce.COM",
                "https://acme--uat.sandbox.my.salesforce.com",
                "https://login.salesforce.com",
                "https://acme.my.salesforce.mil",
                "https://acme.my.sfcrmproducts.cn",
                "https://acme.lightning.force.com",
                "http://localhost:8080",
                "http://127.0.0.1:1",
                "http://[::1]:8080",
                "https://localhost"
            })
    void trustsSalesforceAndThisMachine(String address) {
        assertThat(TrustedHosts.objection(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.my.salesforce.com",
                "https://x.salesforce.com.evil.test",
                "https://evil-salesforce.com",
                "https://salesforce.com",
                "https://notsalesforce.com",
                "https://acme.my.salesforce.com@evil.test",
                "https://acme.my.salesforce.com:secret@evil.test",
                "https://user@acme.my.salesforce.com",
                "https://acme.my.salesforce.com:8443",
                "https://acme.my.salesforce.com.",
                "https://evil.test/acme.my.salesforce.com",
                "https://evil.test?x=.salesforce.com",
                "https://evil.test#.salesforce.com",
                "https://evil.test/.salesforce.com/",
                "https://10.0.0.1",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://[fe80::1]",
                "https://[::ffff:127.0.0.1]",
                "http://0.0.0.0",
                "http://127.0.0.2",
                "http://127.1",
                "http://2130706433",
                "http://localhost.evil.test",
                "http://localhost@evil.test",
                "ftp://localhost",
                "file:///etc/hosts",
                "https:acme.my.salesforce.com",
                "//acme.my.salesforce.com",
                "acme.my.salesforce.com",
                "/services",
                "javascript:alert(1)",
                "https://.salesforce.com",
                "https://acme..salesforce.com",
                "https://xn--salesforce-abc.com",
                "https://force.com.evil.test",
                "https://evilforce.com",
                "wss://acme.my.salesforce.com"
            })
    void trustsNothingElse(String address) {
        assertThat(TrustedHosts.objection(URI.create(address))).isPresent();
    }
}
